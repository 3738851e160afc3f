using System.Text;
using System.Text.Json;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>An answer while it is read, once and forward. What all hand-written readers share; a value of an unexpected type is read as absent, never as an error.</summary>
internal ref struct JsonSource
{
    private readonly ReadOnlySpan<byte> _utf8;
    private readonly bool _keepsUnknown;
    private Utf8JsonReader _reader;
    private int _memberStart;

    /// <summary>Initializes a new instance of the <see cref="JsonSource"/> struct that stands before the first token.</summary>
    /// <param name="utf8">The whole answer.</param>
    /// <param name="keepsUnknown">Whether members without a property are kept.</param>
    public JsonSource(ReadOnlySpan<byte> utf8, bool keepsUnknown)
    {
        _utf8 = utf8;
        _keepsUnknown = keepsUnknown;
        _reader = new Utf8JsonReader(utf8);
    }

    public readonly JsonTokenType Token => _reader.TokenType;

    /// <summary>Gets the token as it is written; a text has its quotes taken off and its escapes left in.</summary>
    public readonly ReadOnlySpan<byte> Raw => _reader.ValueSpan;

    public bool Read() => _reader.Read();

    public void Skip() => _reader.Skip();

    /// <summary>Says whether an object begins here; anything else is skipped.</summary>
    public bool BeginsObject()
    {
        if (_reader.TokenType == JsonTokenType.StartObject)
        {
            return true;
        }

        _reader.Skip();
        return false;
    }

    /// <summary>Throws where no object begins.</summary>
    public readonly void ExpectObject()
    {
        if (_reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An object was expected.");
        }
    }

    /// <summary>Moves to the next member's value; false at the object's end.</summary>
    public bool NextMember(out ReadOnlySpan<byte> name)
    {
        if (!JsonReading.NextMember(ref _reader))
        {
            name = default;
            return false;
        }

        _memberStart = (int)_reader.TokenStartIndex;
        name = _reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(_reader.GetString()!) : _reader.ValueSpan;
        return _reader.Read();
    }

    /// <summary>Skips the value of a member that has no property, and keeps both where that was asked for.</summary>
    public void Unknown(ref UnknownMembers members)
    {
        var start = _memberStart;
        _reader.Skip();
        if (_keepsUnknown)
        {
            members.Keep(_utf8[start..(int)_reader.BytesConsumed]);
        }
    }

    /// <summary>Reads the one member of an object that matters, such as <c>ticket</c> in the answer to an update.</summary>
    public T Member<T>(string name, ReadValue<T?> read)
        where T : class
    {
        T? found = null;
        ExpectObject();
        while (JsonReading.NextMember(ref _reader))
        {
            var matches = _reader.ValueTextEquals(name);
            _reader.Read();
            if (matches)
            {
                found = read(ref this);
            }
            else
            {
                _reader.Skip();
            }
        }

        return found ?? throw new JsonException($"The answer has no '{name}'.");
    }

    public readonly bool TextEquals(ReadOnlySpan<byte> text) => _reader.TokenType == JsonTokenType.String && _reader.ValueTextEquals(text);

    public string? Text() => JsonReading.Text(ref _reader);

    /// <summary>Reads a text that is mostly one of a few, without making a new string for those.</summary>
    public string? Text(string[] known) => JsonReading.Text(ref _reader, known);

    public long? Int64() => JsonReading.Int64(ref _reader);

    public bool? Boolean() => JsonReading.Boolean(ref _reader);

    public DateTimeOffset? Time() => JsonReading.Time(ref _reader);

    /// <summary>Reads a number, or null where a decimal does not hold it.</summary>
    public readonly decimal? Decimal() => _reader.TryGetDecimal(out var number) ? number : null;

    /// <summary>Reads any value into memory of its own.</summary>
    public JsonDocument Document() => JsonDocument.ParseValue(ref _reader);

    public IReadOnlyList<string> Texts() => List(static (ref JsonSource json) => json.Text());

    public IReadOnlyList<long> Ids()
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            _reader.Skip();
            return [];
        }

        List<long>? ids = null;
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (JsonReading.Int64(ref _reader) is { } id)
            {
                (ids ??= []).Add(id);
            }
        }

        return ids is null ? [] : ids.ToArray();
    }

    /// <summary>Reads an array; items that read as null are left out, anything but an array is empty.</summary>
    public IReadOnlyList<T> List<T>(ReadValue<T?> read)
        where T : class
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            _reader.Skip();
            return [];
        }

        List<T>? items = null;
        while (_reader.Read() && _reader.TokenType != JsonTokenType.EndArray)
        {
            if (read(ref this) is { } item)
            {
                (items ??= []).Add(item);
            }
        }

        return items is null ? [] : items.ToArray();
    }
}
