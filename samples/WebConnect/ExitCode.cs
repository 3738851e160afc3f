namespace WebConnect;

/// <summary>How the program ended.</summary>
internal static class ExitCode
{
    /// <summary>The program was stopped, after it had run.</summary>
    public const int Success = 0;

    /// <summary>A setting is wrong, or the program could not start.</summary>
    public const int Failure = 1;

    /// <summary>An argument is wrong.</summary>
    public const int Usage = 2;
}
