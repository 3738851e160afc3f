namespace AuthProfiles.Tool.Output;

/// <summary>Says what a profile means here that sends by a client of the application's own, such as one with a certificate.</summary>
internal static class OwnClients
{
    public static string? Explain(AuthorizationException error) =>
        error.Findings.Any(static finding => finding.Setting.EndsWith(":" + nameof(ProfileOptions.PrimaryHandler), StringComparison.Ordinal))
            ? "That client is registered by the application's code, which is not here: nothing can be sent as it does. Test this profile in the application, by IAuthorizationTester."
            : null;
}
