using System.Globalization;

namespace AuthProfiles.Verification;

/// <summary>Warns before a secret stops being good, as its issuer showed it.</summary>
internal static class SecretAge
{
    private static readonly TimeSpan Notice = TimeSpan.FromDays(30);

    /// <summary>Returns a sentence or two from 30 days before the end on, or null.</summary>
    public static string? FindWarning(ProfileDefinition definition, DateTimeOffset now)
    {
        if (definition.SecretExpiresOn is not { } end || end - now > Notice)
        {
            return null;
        }

        var day = end.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return $"The secret {(now < end ? "expires" : "has expired")} on {day}: make a new one where it was made, and then set {definition.Section.ShownKey(nameof(ProfileOptions.SecretExpiresOn))} anew.";
    }
}
