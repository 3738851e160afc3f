namespace AuthProfiles.Connections;

/// <summary>Files and directories that nobody but their owner may read (0600, 0700). On Windows they inherit what their directory allows.</summary>
internal static class PrivateFile
{
    private const UnixFileMode FileMode600 = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode DirectoryMode700 = FileMode600 | UnixFileMode.UserExecute;

    /// <summary>Opens a file for writing, alone.</summary>
    public static FileStream Open(string path, FileMode mode)
    {
        var options = new FileStreamOptions { Mode = mode, Access = FileAccess.ReadWrite, Share = FileShare.None, BufferSize = 0 };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = FileMode600;
        }

        return new(path, options);
    }

    /// <summary>Opens a file for writing, alone, or returns null where somebody else has it so.</summary>
    public static FileStream? TryLock(string path)
    {
        try
        {
            return Open(path, FileMode.OpenOrCreate);
        }
        catch (IOException error) when (IsBusy(error))
        {
            return null;
        }
    }

    /// <summary>Makes a directory below one that exists, or takes away what others may do in it.</summary>
    public static void MakeDirectory(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
            return;
        }

        Directory.CreateDirectory(path, DirectoryMode700);
        if (File.GetUnixFileMode(path) != DirectoryMode700)
        {
            File.SetUnixFileMode(path, DirectoryMode700);
        }
    }

    // EAGAIN of Linux, of macOS, and the sharing violation of Windows.
    private static bool IsBusy(IOException error) => error.HResult == (OperatingSystem.IsWindows() ? unchecked((int)0x80070020) : OperatingSystem.IsLinux() ? 11 : 35);
}
