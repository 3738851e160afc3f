using System.Globalization;
using System.Text;
using System.Text.Json;
using AuthProfiles.Credentials;

namespace AuthProfiles.Consent;

/// <summary>What a service calls an account, so that people recognise it.</summary>
internal static class AccountLabel
{
    private const int Longest = 255;

    private const int MaxDepth = 32;

    /// <summary>Finds the label in the beginning of a JSON document, or returns null where it is not there.</summary>
    /// <param name="document">The document as far as it was read.</param>
    /// <param name="pointer">Where the label is (RFC 6901).</param>
    public static string? Find(ReadOnlySpan<byte> document, string pointer)
    {
        // Not final: a document that is cut off ends the walk, and is no error.
        var reader = new Utf8JsonReader(document, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { MaxDepth = MaxDepth }));
        try
        {
            return reader.Read() ? Find(ref reader, JsonPointer.Segments(pointer)) : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>Returns a label that can be shown, or null where it is none.</summary>
    public static string? Clean(string? label) =>
        string.IsNullOrWhiteSpace(label) || label.Any(static character => char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format)
            ? null
            : label.Length > Longest ? label[..(char.IsHighSurrogate(label[Longest - 1]) ? Longest - 1 : Longest)] : label;

    private static string? Find(ref Utf8JsonReader reader, ReadOnlySpan<string> names)
    {
        if (names.IsEmpty)
        {
            return reader.TokenType switch
            {
                JsonTokenType.String => reader.GetString(),
                JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
                _ => null,
            };
        }

        return reader.TokenType switch
        {
            JsonTokenType.StartObject => FindMember(ref reader, names),
            JsonTokenType.StartArray => FindElement(ref reader, names),
            _ => null,
        };
    }

    private static string? FindMember(ref Utf8JsonReader reader, ReadOnlySpan<string> names)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isHere = reader.ValueTextEquals(names[0]);
            if (!reader.Read())
            {
                return null;
            }

            if (isHere)
            {
                return Find(ref reader, names[1..]);
            }

            if (!reader.TrySkip())
            {
                return null;
            }
        }

        return null;
    }

    private static string? FindElement(ref Utf8JsonReader reader, ReadOnlySpan<string> names)
    {
        for (var index = 0; reader.Read() && reader.TokenType != JsonTokenType.EndArray; index++)
        {
            if (string.Equals(index.ToString(CultureInfo.InvariantCulture), names[0], StringComparison.Ordinal))
            {
                return Find(ref reader, names[1..]);
            }

            if (!reader.TrySkip())
            {
                return null;
            }
        }

        return null;
    }
}
