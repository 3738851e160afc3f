using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace AuthProfiles.Connections;

/// <summary>Makes the names in a directory durable: on Unix a rename is in memory alone until its directory is flushed.</summary>
internal static partial class DirectorySync
{
    // O_RDONLY with O_CLOEXEC, which each system numbers itself; no other system is asked for it.
    private static readonly int Flags = OperatingSystem.IsLinux() ? 0x80000 : OperatingSystem.IsMacOS() ? 0x1000000 : 0;

    /// <summary>Flushes a directory. Windows journals its names and can't.</summary>
    /// <exception cref="IOException">It can't be flushed.</exception>
    public static void Flush(string directory)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using var handle = new SafeFileHandle(Open(directory, Flags), ownsHandle: true);
        if (handle.IsInvalid)
        {
            throw new IOException("The directory can't be opened.", Marshal.GetLastPInvokeError());
        }

        RandomAccess.FlushToDisk(handle);
    }

    // The platform opens no directories.
    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Open(string path, int flags);
}
