using System.Collections.Frozen;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace AuthProfiles.OAuth;

/// <summary>The members of a token answer that matter, read without trust: any bytes end in members or in a fault.</summary>
internal sealed class TokenMembers
{
    public const string AccessToken = "access_token";
    public const string TokenType = "token_type";
    public const string ExpiresIn = "expires_in";
    public const string RefreshToken = "refresh_token";
    public const string Scope = "scope";
    public const string Error = "error";

    // Not of RFC 6749: Entra's numbers for what its error code leaves open.
    private const string ErrorNumbersName = "error_codes";
    private const int MaxDepth = 16;

    private static readonly FrozenSet<string> Significant =
        new[] { AccessToken, TokenType, ExpiresIn, RefreshToken, Scope, Error }.ToFrozenSet(StringComparer.Ordinal);

    private readonly Dictionary<string, TokenMember> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _repeated = new(StringComparer.Ordinal);
    private readonly List<int> _errorNumbers = [];

    private TokenMembers()
    {
    }

    /// <summary>Gets why the answer can't be relied on, as the end of a sentence, or null.</summary>
    public string? Fault { get; private set; }

    /// <summary>Gets the numbers in <c>error_codes</c>.</summary>
    public IReadOnlyList<int> ErrorNumbers => _errorNumbers;

    /// <summary>Gets a member; one that is there twice counts as absent, because nobody knows which was meant.</summary>
    public TokenMember this[string name] => _repeated.Contains(name) ? default : _members.GetValueOrDefault(name);

    public static TokenMembers Read(ReadOnlySpan<byte> body)
    {
        var members = new TokenMembers();
        if (body.StartsWith("\uFEFF"u8))
        {
            body = body[3..];
        }

        // The reader looks at a string's bytes only when it is asked for the text.
        if (!Utf8.IsValid(body))
        {
            return NotRead("it is not UTF-8");
        }

        try
        {
            var reader = new Utf8JsonReader(body, new JsonReaderOptions { MaxDepth = MaxDepth });
            return reader.Read() && reader.TokenType == JsonTokenType.StartObject
                ? members.ReadObject(ref reader)
                : NotRead("it is no JSON object");
        }
        catch (JsonException)
        {
            return NotRead("it is not JSON, or nested too deeply");
        }
    }

    private static TokenMembers NotRead(string fault) => new() { Fault = fault };

    private TokenMembers ReadObject(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            // By the unescaped name: "access\u005Ftoken" is the same member.
            var name = TextOrNull(ref reader);
            reader.Read();
            if (name is not null && Significant.Contains(name))
            {
                Keep(name, ref reader);
            }
            else if (name is ErrorNumbersName && reader.TokenType == JsonTokenType.StartArray)
            {
                ReadErrorNumbers(ref reader);
            }

            reader.Skip();
        }

        // Throws if anything follows the object.
        reader.Read();
        return this;
    }

    private void Keep(string name, ref Utf8JsonReader reader)
    {
        var text = reader.TokenType switch
        {
            JsonTokenType.String => TextOrNull(ref reader),
            JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
            _ => null,
        };
        if (!_members.TryAdd(name, new TokenMember(reader.TokenType, text)))
        {
            _repeated.Add(name);
            Fault ??= $"it has '{name}' twice";
        }
    }

    private void ReadErrorNumbers(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            if (reader.TokenType == JsonTokenType.Number && reader.TryGetInt32(out var number))
            {
                _errorNumbers.Add(number);
            }

            reader.Skip();
        }
    }

    private static string? TextOrNull(ref Utf8JsonReader reader)
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
