namespace AuthProfiles.Soak;

/// <summary>How the program ended.</summary>
internal static class ExitCode
{
    public const int Kept = 0;

    public const int Broken = 1;

    public const int Usage = 2;

    /// <summary>This machine can't run it, which is said on the last line.</summary>
    public const int Unavailable = 69;
}
