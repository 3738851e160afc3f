using AuthProfiles.Diagnostics;

namespace AuthProfiles.Connections;

/// <summary>Says what a file system refused, and what to do about it.</summary>
internal static class FileFailure
{
    /// <summary>The setting that names the directory.</summary>
    public const string Setting = "AuthProfiles:FileStore:Directory";

    /// <summary>Whether an exception is one of a file system's.</summary>
    public static bool Is(Exception error) => error is IOException or UnauthorizedAccessException;

    public static AuthorizationException Of(Exception error, FileFolder folder, string profile, ConnectionKey? key = null)
    {
        var (fault, isTransient) = error switch
        {
            UnauthorizedAccessException => ("access is denied. Give the account that the program runs under the right to read and write there", false),
            DirectoryNotFoundException => ("it is missing, or what is above it. Mount its volume, or create the directory", false),
            IOException io => Explain(io.HResult) ?? ($"the file system failed with {error.GetType().Name}. Make it a directory on a local disk that the program may write", true),
            _ => ($"it failed with {error.GetType().Name}", true),
        };
        return Make(folder, profile, key, fault, isTransient);
    }

    public static AuthorizationException Busy(FileFolder folder, ConnectionKey? key, TimeSpan wait) =>
        Make(folder, key?.Profile ?? string.Empty, key, $"another process has been writing for {wait.TotalSeconds:0} seconds. Look for one that is stopped or hangs", isTransient: true);

    public static AuthorizationException Unlocked(FileFolder folder) =>
        Make(folder, string.Empty, null, "its file system does not lock files, or DOTNET_SYSTEM_IO_DISABLEFILELOCKING is set, so that processes would overwrite each other. Use a local disk", isTransient: false);

    private static AuthorizationException Make(FileFolder folder, string profile, ConnectionKey? key, string fault, bool isTransient) => new(
        AuthorizationErrorKind.StoreFailure,
        profile,
        $"{(key is null ? "The connections" : key.ToString())}: the directory '{Printable.Escape(folder.Root)}' ({Setting}) can't be used: {fault}. What it keeps is as it was.")
    {
        Tenant = key?.Tenant,
        User = key?.User,
        IsTransient = isTransient,
    };

    // The numbers of Linux, of macOS where they differ, and of Windows.
    private static (string Fault, bool IsTransient)? Explain(int code) => code switch
    {
        28 or 122 or 69 or 27 or unchecked((int)0x80070070) or unchecked((int)0x80070027) => ("the disk is full, or what the account may use of it. Free some space", true),
        30 or unchecked((int)0x80070013) => ("it is read-only. Mount it for writing", false),
        23 or 24 or unchecked((int)0x80070004) => ("too many files are open. Raise the limit of the process (ulimit -n)", true),
        _ => null,
    };
}
