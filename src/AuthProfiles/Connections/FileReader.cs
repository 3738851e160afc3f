namespace AuthProfiles.Connections;

/// <summary>Reads the files of a file store, whoever else is writing them.</summary>
internal sealed class FileReader(FileFolder folder)
{
    private const long LargestFile = 64 << 20;

    /// <summary>Reads the header of a file alone.</summary>
    /// <returns>The header, or null where it is damaged or there is no file.</returns>
    public static FileEntry? ReadEntry(string path)
    {
        using var file = OpenToRead(path);
        if (file is null)
        {
            return null;
        }

        var bytes = new byte[FileEntry.UsualHeader];
        var read = file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        var length = FileEntry.LengthOf(bytes.AsSpan(0, read));
        if (length > bytes.Length)
        {
            Array.Resize(ref bytes, length);
            read += file.ReadAtLeast(bytes.AsSpan(read), length - read, throwOnEndOfStream: false);
        }

        return FileEntry.Read(bytes.AsSpan(0, read));
    }

    /// <summary>Reads a whole file.</summary>
    /// <returns>Its bytes, or null where there is none.</returns>
    /// <exception cref="DirectoryNotFoundException">The directory was there, and is lost.</exception>
    public byte[]? ReadBytes(string path)
    {
        // Asked before the look: another caller may make the directories between the look and its failure.
        var wasReady = folder.IsReady;
        try
        {
            using var file = OpenToRead(path);
            if (file is null)
            {
                return null;
            }

            // What is too large to be ours is damaged, whatever it holds.
            var bytes = new byte[file.Length > LargestFile ? 0 : file.Length];
            return bytes[..file.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (DirectoryNotFoundException) when (!wasReady)
        {
            // Before the first use it is not there yet; later it is lost.
            folder.Prepare();
            return null;
        }
    }

    private static FileStream? OpenToRead(string path)
    {
        try
        {
            return new(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.ReadWrite | FileShare.Delete, BufferSize = 0 });
        }
        catch (FileNotFoundException)
        {
            return null;
        }
    }
}
