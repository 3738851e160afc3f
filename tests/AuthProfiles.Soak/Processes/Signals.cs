using System.Runtime.InteropServices;

namespace AuthProfiles.Soak.Processes;

/// <summary>Signals of POSIX systems that the platform has no method for.</summary>
internal static class Signals
{
    /// <summary>Gets a value indicating whether processes can be paused here.</summary>
    public static bool CanPause => OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();

    private static int Stop => OperatingSystem.IsMacOS() ? 17 : 19;

    private static int Continue => OperatingSystem.IsMacOS() ? 19 : 18;

    public static void Pause(int process) => _ = Kill(process, Stop);

    public static void Resume(int process) => _ = Kill(process, Continue);

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);
}
