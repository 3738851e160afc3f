namespace Zendesk;

/// <summary>How the program ended.</summary>
internal static class ExitCode
{
    /// <summary>Every step did what it says.</summary>
    public const int Success = 0;

    /// <summary>A setting, the authorization, the service or a step failed.</summary>
    public const int Failure = 1;

    /// <summary>An argument is wrong.</summary>
    public const int Usage = 2;

    /// <summary>Ctrl-C: 128 and the number of the signal, as a shell has it.</summary>
    public const int Stopped = 130;
}
