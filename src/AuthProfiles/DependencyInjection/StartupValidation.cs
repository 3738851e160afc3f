using AuthProfiles.Consent;
using AuthProfiles.Diagnostics;
using AuthProfiles.Verification;
using Microsoft.Extensions.Options;

namespace AuthProfiles.DependencyInjection;

/// <summary>Makes every profile when the host starts, and tells everything that is wrong at once.</summary>
internal sealed class StartupValidation(ProfileTable table, ProfileSurroundings surroundings) : IValidateOptions<StartupOptions>
{
    // Looking for unknown keys walks over all settings for each section.
    private const int MostSections = 200;

    public ValidateOptionsResult Validate(string? name, StartupOptions options)
    {
        var errors = new List<string>();
        var profiles = new List<IAuthorizationProfile>();
        var looked = 0;
        foreach (var profile in table.Names)
        {
            var looks = surroundings.Configuration is not null && looked++ < MostSections;
            if (looks)
            {
                table.Declaration(profile).FindUnknown(surroundings.Configuration!, errors);
            }

            try
            {
                var source = table.Get(profile);
                errors.AddRange(source.FindMissing(looks));
                profiles.Add(source.Profile);
            }
            catch (AuthorizationException error)
            {
                errors.Add(error.Message);
            }
        }

        errors.AddRange(table.FindUndeclared());
        errors.AddRange(SharedCallbacks.Find(profiles));
        profiles.ForEach(WarnOfSecret);
        return errors.Count == 0
            ? ValidateOptionsResult.Success
            : throw new AuthorizationException(AuthorizationErrorKind.Configuration, string.Empty, string.Join(Environment.NewLine, errors));
    }

    private void WarnOfSecret(IAuthorizationProfile profile)
    {
        if (SecretAge.FindWarning(profile.Definition, surroundings.Environment.Clock.GetUtcNow()) is { } warning)
        {
            surroundings.Environment.Logger.SecretExpires(Printable.Escape(profile.Definition.Name), warning);
        }
    }
}
