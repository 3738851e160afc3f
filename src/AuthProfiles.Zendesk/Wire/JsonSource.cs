using System.Globalization;
using System.Text;
using System.Text.Json;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>An answer while it is read, once and forward. What all hand-written readers share; a value of an unexpected type is read as absent, never as an error.</summary>
internal ref struct JsonSource
{
    private const long LatestSecond = 253_402_300_799;

    private readonly ReadOnlySpan<byte> _utf8;
    private readonly bool _keepsUnknown;
    private Utf8JsonReader _reader;
    private int _readerStart;
    private int _memberStart;
    private SharedTexts _shared;

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

    /// <summary>Gets where the value begins on whose first token the source stands.</summary>
    public readonly int Position => _readerStart + (int)_reader.TokenStartIndex;

    private readonly int End => _readerStart + (int)_reader.BytesConsumed;

    public bool Read() => _reader.Read();

    public void Skip() => _reader.Skip();

    /// <summary>Returns the value that has just been read.</summary>
    /// <param name="start">Its <see cref="Position"/>.</param>
    public readonly PassedValue Passed(int start) => new(_utf8[start..End], _reader.CurrentState);

    /// <summary>Skips a value that is most likely a copy of an earlier one in the same object. A copy is compared and passed over in one step, which takes a fraction of reading its tokens.</summary>
    public void SkipCopy(PassedValue earlier)
    {
        // What begins with the same brackets ends with them; of numbers, one may be the other's beginning.
        var start = Position;
        if (_reader.TokenType is not (JsonTokenType.StartArray or JsonTokenType.StartObject) || earlier.Utf8.IsEmpty || !_utf8[start..].StartsWith(earlier.Utf8))
        {
            _reader.Skip();
            return;
        }

        _readerStart = start + earlier.Utf8.Length;
        _reader = new Utf8JsonReader(_utf8[_readerStart..], isFinalBlock: true, earlier.After);
    }

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
        if (!_reader.Read() || _reader.TokenType != JsonTokenType.PropertyName)
        {
            name = default;
            return false;
        }

        _memberStart = Position;
        name = _reader.ValueIsEscaped ? EscapedName() : _reader.ValueSpan;
        return _reader.Read();
    }

    /// <summary>Skips the value of a member that has no property, and keeps both where that was asked for.</summary>
    public void Unknown(ref UnknownMembers members)
    {
        var start = _memberStart;
        _reader.Skip();
        if (_keepsUnknown)
        {
            members.Keep(_utf8[start..End]);
        }
    }

    /// <summary>Reads the one member of an object that matters, such as <c>ticket</c> in the answer to an update.</summary>
    public T Member<T>(string name, ReadValue<T?> read)
        where T : class
    {
        T? found = null;
        ExpectObject();
        while (NextMember(out var member))
        {
            if (Ascii.Equals(member, name))
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

    public string? Text()
    {
        if (_reader.TokenType == JsonTokenType.String)
        {
            return _reader.GetString();
        }

        _reader.Skip();
        return null;
    }

    /// <summary>Reads a text that is mostly the same as another of its record, without making a second string.</summary>
    public string? Text(string? likely) => likely is not null && _reader.TokenType == JsonTokenType.String && _reader.ValueTextEquals(likely) ? likely : Text();

    /// <summary>Reads a text that other records have too, such as a tag, without making a new string for each.</summary>
    public string? SharedText() => _reader.TokenType == JsonTokenType.String ? _shared.Get(in _reader) : Text();

    /// <summary>Reads a text that is mostly one of a few, without making a new string for those; an empty one is null.</summary>
    /// <param name="known">The few, in ASCII.</param>
    public string? Text(string[] known)
    {
        if (_reader.TokenType == JsonTokenType.String && !_reader.ValueIsEscaped)
        {
            foreach (var text in known)
            {
                if (Ascii.Equals(_reader.ValueSpan, text))
                {
                    return text;
                }
            }
        }

        return Text() is { Length: > 0 } other ? other : null;
    }

    public long? Int64()
    {
        if (_reader.TokenType == JsonTokenType.Number && _reader.TryGetInt64(out var number))
        {
            return number;
        }

        // Some members are numbers in quotes in some answers.
        return long.TryParse(Text(), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number) ? number : null;
    }

    public bool? Boolean()
    {
        if (_reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return _reader.GetBoolean();
        }

        _reader.Skip();
        return null;
    }

    public DateTimeOffset? Time()
    {
        if (_reader.TokenType == JsonTokenType.String)
        {
            return _reader.TryGetDateTimeOffset(out var time) ? time : null;
        }

        _reader.Skip();
        return null;
    }

    /// <summary>Reads a time in seconds of Unix, or null where there is none that fits.</summary>
    public DateTimeOffset? UnixTime() => Int64() is >= 0 and <= LatestSecond and var seconds ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>Reads a text, or a number as it is written.</summary>
    public string? TextOrNumber() => _reader.TokenType == JsonTokenType.Number ? Encoding.UTF8.GetString(_reader.ValueSpan) : SharedText();

    /// <summary>Reads a number, or null where a decimal does not hold it.</summary>
    public readonly decimal? Decimal() => _reader.TryGetDecimal(out var number) ? number : null;

    /// <summary>Reads any value into memory of its own.</summary>
    public JsonDocument Document() => JsonDocument.ParseValue(ref _reader);

    public IReadOnlyList<string> Texts() => List(static (ref json) => json.SharedText());

    public IReadOnlyList<long> Ids() => List(static (ref json) => json.Int64());

    /// <summary>Reads an array; items that read as null are left out, anything but an array is empty.</summary>
    public IReadOnlyList<T> List<T>(ReadValue<T?> read)
        where T : class
    {
        if (!BeginsArray())
        {
            return [];
        }

        ItemBuffer<T> items = default;
        while (NextItem())
        {
            if (read(ref this) is { } item)
            {
                items.Add(item);
            }
        }

        return items.ToArray();
    }

    /// <summary>Reads an array; items that read as null are left out, anything but an array is empty.</summary>
    public IReadOnlyList<T> List<T>(ReadValue<T?> read)
        where T : struct
    {
        if (!BeginsArray())
        {
            return [];
        }

        ItemBuffer<T> items = default;
        while (NextItem())
        {
            if (read(ref this) is { } item)
            {
                items.Add(item);
            }
        }

        return items.ToArray();
    }

    // One that is no valid UTF-16 is the name of no property.
    private readonly ReadOnlySpan<byte> EscapedName()
    {
        try
        {
            return Encoding.UTF8.GetBytes(_reader.GetString()!);
        }
        catch (InvalidOperationException)
        {
            return [];
        }
    }

    private bool BeginsArray()
    {
        if (_reader.TokenType == JsonTokenType.StartArray)
        {
            return true;
        }

        _reader.Skip();
        return false;
    }

    private bool NextItem() => _reader.Read() && _reader.TokenType != JsonTokenType.EndArray;
}
