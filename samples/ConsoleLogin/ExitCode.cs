namespace ConsoleLogin;

/// <summary>How the program ended.</summary>
internal static class ExitCode
{
    /// <summary>The service answered, or the account is disconnected.</summary>
    public const int Success = 0;

    /// <summary>A setting, the login or the service failed.</summary>
    public const int Failure = 1;

    /// <summary>An argument is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Stopped: 128 and the number of the interrupt, as a shell has it for Ctrl-C.</summary>
    public const int Stopped = 130;
}
