namespace AuthProfiles.Connections;

/// <summary>Replaces files so that, whenever the process or the machine dies, the old one is there or the new one, and whole.</summary>
internal static class DurableFile
{
    /// <summary>The end of the name of a file that is being written.</summary>
    public const string Unfinished = ".tmp";

    /// <summary>Writes a new file beside the old one, flushes it, and gives it the old one's name.</summary>
    /// <exception cref="IOException">It failed; the old one is as it was, or the new one is there and was not flushed.</exception>
    public static void Replace(string path, ReadOnlySpan<byte> bytes)
    {
        var unfinished = $"{path}.{Guid.NewGuid():N}{Unfinished}";
        try
        {
            using (var file = PrivateFile.Open(unfinished, FileMode.CreateNew))
            {
                file.Write(bytes);
                file.Flush(flushToDisk: true);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch
        {
            TryDelete(unfinished);
            throw;
        }
    }

    /// <summary>Deletes a file if that can be done now.</summary>
    public static void TryDelete(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // It holds nothing that is not encrypted, and the next start tries again.
        }
    }
}
