using System.Text.Json;

namespace AuthProfiles.OAuth;

/// <summary>Reads texts of JSON that nobody vouches for.</summary>
internal static class JsonText
{
    /// <summary>Returns a document without the byte order mark that some servers write before it.</summary>
    public static ReadOnlySpan<byte> WithoutMark(ReadOnlySpan<byte> document) => document.StartsWith("\uFEFF"u8) ? document[3..] : document;

    /// <summary>Returns the text that a reader stands at, or null where it is none.</summary>
    public static string? OrNull(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // An escaped half of a surrogate pair (\uD800) is valid JSON and no text.
            return null;
        }
    }
}
