using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Tool.Settings;

/// <summary>One JSON file of settings. What is wrong with it is told by its place: its text may be a secret.</summary>
internal static class SettingsFile
{
    /// <exception cref="UsageException">The file is not there, can't be read, or is no JSON of settings.</exception>
    public static void AddTo(IConfigurationBuilder builder, string path, string name)
    {
        var bytes = Read(path, name);
        try
        {
            // The builder reads all files at once, and would not say which one it could not read.
            using var trial = new MemoryStream(bytes);
            new ConfigurationBuilder().AddJsonStream(trial).Build();
        }
        catch (Exception error) when (error is FormatException or InvalidDataException or JsonException)
        {
            throw new UsageException($"{name} can't be read: {Explain(error)}.");
        }

#pragma warning disable CA2000 // It holds nothing but memory, and the builder reads it later.
        builder.AddJsonStream(new MemoryStream(bytes));
#pragma warning restore CA2000
    }

    private static byte[] Read(string path, string name)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new UsageException($"{name} is not there.");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{name} can't be read ({error.GetType().Name}).");
        }
    }

    private static string Explain(Exception error)
    {
        for (var cause = error; cause is not null; cause = cause.InnerException)
        {
            if (cause is JsonException { LineNumber: { } line, BytePositionInLine: { } position })
            {
                return string.Create(CultureInfo.InvariantCulture, $"it is no JSON at line {line + 1}, byte {position + 1}");
            }
        }

        return "it is no JSON object, or has a name twice (names that differ in upper and lower case are the same)";
    }
}
