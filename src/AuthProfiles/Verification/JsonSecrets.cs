using System.Text;
using System.Text.Json;

namespace AuthProfiles.Verification;

/// <summary>Replaces the secret values of a JSON text, as far as it is one, and leaves all else as it was written.</summary>
internal static class JsonSecrets
{
    private static readonly byte[] Mark = Encoding.ASCII.GetBytes($"\"{KnownSecrets.Mark}\"");

    /// <summary>Returns the text without the values of members that are named like secrets and without strings that hold a known one, however they are escaped.</summary>
    public static string Redact(ReadOnlySpan<byte> body, KnownSecrets secrets)
    {
        var result = new List<byte>(body.Length);
        var copied = 0;
        foreach (var (start, end) in Find(body, secrets))
        {
            result.AddRange(body[copied..start]);
            result.AddRange(Mark);
            copied = end;
        }

        result.AddRange(body[copied..]);
        return Encoding.UTF8.GetString([.. result]);
    }

    private static List<(int Start, int End)> Find(ReadOnlySpan<byte> body, KnownSecrets secrets)
    {
        var found = new List<(int Start, int End)>();

        // Not final: a text that is cut off ends the walk, and is no error.
        var reader = new Utf8JsonReader(body, isFinalBlock: false, state: default);
        try
        {
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.PropertyName && SecretNames.Contains(Text(reader)))
                {
                    var before = (int)reader.BytesConsumed;
                    var value = reader;
                    if (!value.Read())
                    {
                        found.Add((before, body.Length));
                        break;
                    }

                    var start = (int)value.TokenStartIndex;
                    if (!value.TrySkip())
                    {
                        found.Add((start, body.Length));
                        break;
                    }

                    found.Add((start, (int)value.BytesConsumed));
                    reader = value;
                }
                else if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName && secrets.AreIn(Text(reader)))
                {
                    found.Add(((int)reader.TokenStartIndex, (int)reader.TokenStartIndex + reader.ValueSpan.Length + 2));
                }
            }
        }
        catch (JsonException)
        {
            // From here on it is no JSON; what is named like a secret in plain text is found elsewhere.
        }

        return found;
    }

    private static string Text(in Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? string.Empty;
        }
        catch (InvalidOperationException)
        {
            // Half a character: what it says can't be told.
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }
}
