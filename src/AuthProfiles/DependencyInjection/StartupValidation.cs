using AuthProfiles.Consent;
using AuthProfiles.Diagnostics;
using AuthProfiles.Verification;
using Microsoft.Extensions.Options;

namespace AuthProfiles.DependencyInjection;

/// <summary>Makes every profile when the host starts, and tells everything that is wrong at once.</summary>
internal sealed class StartupValidation(ProfileTable table, ProfileLint lint, ProfileSurroundings surroundings) : IValidateOptions<StartupOptions>
{
    // Looking for unknown keys walks over all settings for each section.
    private const int MostSections = 200;

    public ValidateOptionsResult Validate(string? name, StartupOptions options)
    {
        var findings = new List<SettingFinding>();
        var profiles = new List<IAuthorizationProfile>();
        var looked = 0;
        foreach (var profile in table.Names)
        {
            var looks = looked++ < MostSections;
            if (looks)
            {
                findings.AddRange(lint.FindUnknown(profile));
            }

            if (lint.Make(profile, findings) is { } source)
            {
                findings.AddRange(source.FindMissing(looks));
                profiles.Add(source.Profile);
            }
        }

        findings.AddRange(table.FindUndeclared());
        findings.AddRange(SharedCallbacks.Find(profiles));
        profiles.ForEach(WarnOfSecret);
        return findings.Count == 0 ? ValidateOptionsResult.Success : throw new AuthorizationException(string.Empty, findings);
    }

    private void WarnOfSecret(IAuthorizationProfile profile)
    {
        if (SecretAge.FindWarning(profile.Definition, surroundings.Environment.Clock.GetUtcNow()) is { } warning)
        {
            surroundings.Environment.Logger.SecretExpires(Printable.Escape(profile.Definition.Name), warning);
        }
    }
}
