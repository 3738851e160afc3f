namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Cuts server-sent events out of bytes as they come, without copying them: every line ending, mark, comment and kind of field of the format.</summary>
/// <remarks>Not thread-safe. An event that the end of the stream cuts off is given out too: its reader sees whether it is whole.</remarks>
internal sealed class EventParser : IDisposable
{
    /// <summary>The longest event that is read.</summary>
    internal const int LongestEvent = 4 * 1024 * 1024;

    private readonly EventBuffer _buffer;
    private int _line;
    private int _seen;
    private (int Start, int End) _name;
    private byte[]? _lateName;
    private (int Start, int End) _data;
    private bool _hasData;
    private bool _hasFields;
    private bool _isAfterReturn;
    private bool _isAfterMark;
    private bool _hasBegun;
    private bool _hasEnded;

    public EventParser(int longest = LongestEvent) => _buffer = new(longest);

    /// <summary>Gets a value indicating whether the body is a JSON object instead of a stream. It is kept whole then.</summary>
    public bool IsJson { get; private set; }

    /// <summary>Gets a value indicating whether there was a line of the format, or nothing at all.</summary>
    public bool IsStream => _hasFields || !_hasBegun;

    /// <summary>Gets all that is kept.</summary>
    public ReadOnlySpan<byte> Kept => Bytes(_buffer.Start, _buffer.End);

    /// <summary>Returns room for what comes next; none at all if the event is too long.</summary>
    public Memory<byte> GetMemory()
    {
        var memory = _buffer.GetMemory(out var moved);
        (_line, _seen) = (_line - moved, _seen - moved);
        _name = _name.Start < _name.End ? (_name.Start - moved, _name.End - moved) : default;
        _data = _hasData ? (_data.Start - moved, _data.End - moved) : default;
        return memory;
    }

    /// <summary>Takes in what has come into the room; nothing is the end of the stream.</summary>
    public void Advance(int count)
    {
        _buffer.Advance(count);
        _hasEnded = count == 0;
        _hasBegun = _hasBegun || Begins();
    }

    /// <summary>Gives out the next event; false until more has come.</summary>
    public bool TryRead(out ServerEvent found)
    {
        while (_hasBegun && !IsJson && NextLine(out var start, out var end))
        {
            if (start < end)
            {
                TakeLine(start, end);
            }
            else if (Dispatch(out found))
            {
                return true;
            }
        }

        found = default;
        return _hasEnded && Dispatch(out found);
    }

    public void Dispose() => _buffer.Dispose();

    /// <summary>Gives up the memory, because a read that was given up may still write into it.</summary>
    public void Abandon() => _buffer.Abandon();

    /// <summary>Passes over the mark and white space; the first byte after them tells a stream from a JSON object.</summary>
    private bool Begins()
    {
        ReadOnlySpan<byte> mark = [0xEF, 0xBB, 0xBF];
        if (!_isAfterMark && !_hasEnded && Kept.Length < mark.Length && mark.StartsWith(Kept))
        {
            return false;
        }

        var text = (!_isAfterMark && Kept.StartsWith(mark) ? Kept[mark.Length..] : Kept).TrimStart(" \t\r\n"u8);
        _isAfterMark = true;
        _line = _seen = _buffer.End - text.Length;
        _buffer.Release(_line);
        IsJson = text.Length > 0 && text[0] == '{';
        return text.Length > 0;
    }

    private bool NextLine(out int start, out int end)
    {
        if (_isAfterReturn && _line < _buffer.End)
        {
            _isAfterReturn = false;
            _line += _buffer.Storage[_line] == '\n' ? 1 : 0;
            _seen = _line;
        }

        var length = Bytes(_seen, _buffer.End).IndexOfAny((byte)'\r', (byte)'\n');
        (start, end) = (_line, length < 0 ? _buffer.End : _seen + length);
        if (length < 0)
        {
            _seen = _buffer.End;
            _line = _hasEnded ? _buffer.End : _line;
            return start < _line;
        }

        _isAfterReturn = _buffer.Storage[end] == '\r';
        _line = _seen = end + 1;
        return true;
    }

    private void TakeLine(int start, int end)
    {
        var line = Bytes(start, end);
        var colon = line.IndexOf((byte)':');
        var name = colon < 0 ? line : line[..colon];
        var value = colon < 0 ? end : start + colon + (colon + 1 < line.Length && line[colon + 1] == ' ' ? 2 : 1);
        if (name.SequenceEqual("data"u8))
        {
            TakeData(value, end);
        }
        else if (name.SequenceEqual("event"u8))
        {
            TakeName(value, end);
        }

        _hasFields = _hasFields || colon == 0 || name.SequenceEqual("data"u8) || name.SequenceEqual("event"u8) || name.SequenceEqual("id"u8) || name.SequenceEqual("retry"u8);

        // Comments, ids and times to wait are let go, so that they never fill the memory.
        if (!_hasData && _name.Start == _name.End)
        {
            _buffer.Release(_line);
        }
    }

    // A name that comes after data is kept elsewhere: the next line of data would be moved over it.
    private void TakeName(int start, int end)
    {
        if (_hasData)
        {
            _lateName = Bytes(start, end).ToArray();
            return;
        }

        _name = (start, end);
    }

    // Lines of data are moved together where they are: what stood between them is longer than a line feed.
    private void TakeData(int start, int end)
    {
        if (!_hasData)
        {
            (_data, _hasData) = ((start, end), true);
            return;
        }

        _buffer.Storage[_data.End++] = (byte)'\n';
        Bytes(start, end).CopyTo(_buffer.Storage.AsSpan(_data.End));
        _data.End += end - start;
    }

    private bool Dispatch(out ServerEvent found)
    {
        found = new(_lateName ?? Bytes(_name.Start, _name.End), Bytes(_data.Start, _data.End));
        _name = _data = default;
        _lateName = null;
        _hasData = false;
        _buffer.Release(_line);
        return found.Name.Length + found.Data.Length > 0;
    }

    private ReadOnlySpan<byte> Bytes(int start, int end) => _buffer.Storage.AsSpan(start, end - start);
}
