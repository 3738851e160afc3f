namespace AuthProfiles.Tool;

/// <summary>How the tool ended. The numbers are promised: <c>--help</c> and the package's README list them.</summary>
internal static class ExitCode
{
    /// <summary>All is fine.</summary>
    public const int Success = 0;

    /// <summary>What was asked about is not fine: a test that failed, findings that are errors, nothing there to revoke.</summary>
    public const int NotFine = 1;

    /// <summary>An argument is wrong, or the settings can't be used.</summary>
    public const int Usage = 2;

    /// <summary>The owner has not consented: they refused, or did not come back in time.</summary>
    public const int NoConsent = 3;

    /// <summary>A defect of the tool.</summary>
    public const int Defect = 70;

    /// <summary>Stopped: 128 and the number of the interrupt, as a shell has it for Ctrl+C.</summary>
    public const int Stopped = 130;

    public static int Of(AuthorizationException error) => error.Kind switch
    {
        AuthorizationErrorKind.AuthorizationRequired => NoConsent,
        AuthorizationErrorKind.Configuration or AuthorizationErrorKind.InvalidValue or AuthorizationErrorKind.UnknownConnection => Usage,
        _ => NotFine,
    };
}
