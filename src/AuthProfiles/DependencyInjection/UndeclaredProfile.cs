using AuthProfiles.Diagnostics;
using AuthProfiles.Settings;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.DependencyInjection;

/// <summary>A section of settings that no profile can be made of: code declares none of that name, and it names no kind.</summary>
internal sealed class UndeclaredProfile(string name, string? type, ProfileDeclarations declarations) : ProfileDeclaration(name)
{
    public override string Kind => string.Empty;

    public override SettingSection Section { get; } = new("Profile", name, ProfileSettings.Section);

    public override IAuthorizationProfile Make(IConfiguration? configuration) => throw new AuthorizationException(
        Name,
        [
            type is null
                ? Section.Missing("Type").And($"Code declares no profile of this name.{Suggestion.For(Name, declarations.Profiles.Keys)}")
                : Section.Wrong("Type", "one of " + string.Join(", ", declarations.Kinds.Keys)).And(Suggestion.For(type, declarations.Kinds.Keys)),
        ]);

    public override void FindUnknown(IConfiguration? configuration, ICollection<SettingFinding> findings)
    {
    }
}
