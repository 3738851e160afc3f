using System.Globalization;
using System.Text;
using System.Text.Json;
using AuthProfiles.Credentials;

namespace AuthProfiles.Injection;

/// <summary>Looks for values in a JSON document that comes in pieces. Any bytes end in found or not found.</summary>
internal sealed class JsonSearch(IEnumerable<ExpiredAnswer> answers)
{
    private readonly (string[] Path, string? Value)[] _wanted = [.. answers.Select(static answer => (JsonPointer.Segments(answer.BodyPath!), answer.Value))];
    private readonly List<Level> _levels = [];
    private JsonReaderState _state;
    private int _consumed;
    private bool _hasBegun;

    private static ReadOnlySpan<byte> ByteOrderMark => "\uFEFF"u8;

    /// <summary>Gets a value indicating whether a wanted value has been met.</summary>
    public bool Found { get; private set; }

    /// <summary>Gets a value indicating whether the rest of the document changes nothing.</summary>
    public bool IsOver { get; private set; }

    /// <summary>Reads on.</summary>
    /// <param name="document">All of the document so far.</param>
    /// <param name="isWhole">Whether nothing follows.</param>
    public void Read(ReadOnlySpan<byte> document, bool isWhole)
    {
        if (!_hasBegun)
        {
            if (document.Length < ByteOrderMark.Length && !isWhole)
            {
                return;
            }

            _consumed = document.StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0;
            _hasBegun = true;
        }

        try
        {
            var reader = new Utf8JsonReader(document[_consumed..], isWhole, _state);
            while (!IsOver && reader.Read())
            {
                Look(ref reader);
            }

            _consumed += (int)reader.BytesConsumed;
            _state = reader.CurrentState;
        }
        catch (JsonException)
        {
            IsOver = true;
        }
    }

    private void Look(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.PropertyName:
                _levels[^1] = _levels[^1] with { Name = TextOf(ref reader) };
                return;
            case JsonTokenType.EndObject or JsonTokenType.EndArray:
                _levels.RemoveAt(_levels.Count - 1);
                break;
            default:
                Meet(ref reader);
                break;
        }

        // Several documents in a row are none: the first one has said what there is to say.
        IsOver |= _levels.Count == 0;
    }

    private void Meet(ref Utf8JsonReader reader)
    {
        if (_levels.Count > 0 && _levels[^1].IsArray)
        {
            _levels[^1] = _levels[^1].Next();
        }

        foreach (var (path, value) in _wanted)
        {
            Found |= IsHere(path) && (value is null ? reader.TokenType != JsonTokenType.Null : string.Equals(value, TextOf(ref reader), StringComparison.Ordinal));
        }

        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
        {
            _levels.Add(new(reader.TokenType == JsonTokenType.StartArray, Name: null, Index: -1));
        }

        IsOver |= Found;
    }

    private bool IsHere(string[] path)
    {
        if (path.Length != _levels.Count)
        {
            return false;
        }

        for (var i = 0; i < path.Length; i++)
        {
            if (!string.Equals(path[i], _levels[i].Name, StringComparison.Ordinal))
            {
                return false;
            }
        }

        return true;
    }

    // Null for what has no text, and for text that is none (half a character, or bytes that are not UTF-8).
    private static string? TextOf(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.TokenType switch
            {
                JsonTokenType.String or JsonTokenType.PropertyName => reader.GetString(),
                JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False => Encoding.UTF8.GetString(reader.ValueSpan),
                _ => null,
            };
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    // An array's index is its name in a pointer (RFC 6901, section 4).
    private readonly record struct Level(bool IsArray, string? Name, int Index)
    {
        public Level Next() => this with { Index = Index + 1, Name = (Index + 1).ToString(CultureInfo.InvariantCulture) };
    }
}
