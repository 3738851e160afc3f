namespace AuthProfiles.Diagnostics;

/// <summary>Says what a warning is about and what to do.</summary>
internal static class AcquisitionWarningText
{
    /// <summary>Returns a sentence or two, fit for a log and for whoever set the connection up.</summary>
    public static string Describe(this AcquisitionWarning warning) => warning switch
    {
        AcquisitionWarning.TokenTypeMissing => "The token endpoint names no token type, so the token is taken for a Bearer token: ask the provider to send token_type.",
        AcquisitionWarning.SecondaryUsed => "The first key or secret is refused and the second one serves: replace the first before the second ends.",
        AcquisitionWarning.ScopeNarrowed => "Fewer scopes are granted than the profile asks for: calls that need the others will be refused. Grant them, or ask for fewer.",
        AcquisitionWarning.PasswordGrant => "The password grant hands the user's password to this program, and current rules forbid it: use the authorization code or the device code.",
        AcquisitionWarning.RefreshNotRotated => "The refresh token of a client without a secret is not rotated, so a stolen one serves for ever: switch rotation on at the provider, or give the client a secret.",
        AcquisitionWarning.ConsentEnding => "The owner's consent ends within 7 days, and renewing does not prolong it: have them authorize again before requests fail.",
        AcquisitionWarning.FreshRefused => "The service refuses a fresh credential as well: a permission, a scope or an audience is missing, or the base address is another service's.",
        _ => throw new ArgumentOutOfRangeException(nameof(warning)),
    };
}
