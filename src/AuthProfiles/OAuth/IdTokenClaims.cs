using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.OAuth;

/// <summary>What an ID token says, read without trust and without its signature.</summary>
/// <remarks>Only for a token that came from the token endpoint itself: TLS says whose it is (OpenID Connect Core, section 3.1.3.7, number 6). It prints nothing.</remarks>
internal sealed class IdTokenClaims
{
    /// <summary>The longest token that is looked at. Those of Entra with groups reach a few thousand characters.</summary>
    private const int Longest = 64 * 1024;

    private const int MaxDepth = 16;

    private readonly Dictionary<string, string> _texts = new(StringComparer.Ordinal);

    private IdTokenClaims()
    {
    }

    public ImmutableArray<string> Audiences { get; private set; } = [];

    public double? Expiry { get; private set; }

    /// <summary>Gets a claim that is a text, or null.</summary>
    public string? this[string name] => _texts.GetValueOrDefault(name);

    /// <summary>Reads a token.</summary>
    /// <returns>The claims, or null where it is no signed token of readable claims, each of which stands in it once.</returns>
    public static IdTokenClaims? Read(SecretValue token)
    {
        var parts = token.Reveal().Split('.');
        if (parts.Length != 3 || parts[1].Length > Longest || Base64Url.Decode(parts[1]) is not { } json)
        {
            return null;
        }

        var claims = new IdTokenClaims();
        try
        {
            return claims.TryRead(json) ? claims : null;
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    private bool TryRead(byte[] json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = MaxDepth });
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (!seen.Add(name))
            {
                return false;
            }

            reader.Read();
            ReadClaim(ref reader, name);
        }

        // Throws if anything follows.
        return !reader.Read();
    }

    private void ReadClaim(ref Utf8JsonReader reader, string name)
    {
        switch (name, reader.TokenType)
        {
            case ("aud", JsonTokenType.StartArray):
                Audiences = ReadTexts(ref reader);
                return;
            case ("aud", JsonTokenType.String):
                Audiences = [reader.GetString()!];
                return;
            case ("exp", JsonTokenType.Number):
                Expiry = reader.GetDouble();
                return;
            case (_, JsonTokenType.String):
                _texts[name] = reader.GetString()!;
                return;
            default:
                reader.Skip();
                return;
        }
    }

    private static ImmutableArray<string> ReadTexts(ref Utf8JsonReader reader)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.String)
            {
                texts.Add(reader.GetString()!);
            }
            else
            {
                reader.Skip();
            }
        }

        return texts.ToImmutable();
    }
}
