using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>Reads the answer to an embedding call while it comes: each vector goes to its place as soon as it is whole, and its text is forgotten.</summary>
/// <remarks>
/// Not thread-safe. The body is written to it; it reads what it has when its buffer is full, and the rest at the end.
/// All methods throw <see cref="JsonException"/> where the text is no JSON object, a known member has another type, or vectors are
/// doubled or broken, and <see cref="InvalidOperationException"/> where a text is no valid UTF-8.
/// </remarks>
/// <param name="block">Where the vectors go.</param>
internal sealed class EmbeddingAnswerReader(VectorBlock block) : IBufferWriter<byte>, IDisposable
{
    private const int FirstBuffer = 64 * 1024;

    /// <summary>How long a vector's text, or any other single member of the answer, may be.</summary>
    private const int LongestStep = 4 * 1024 * 1024;

    /// <summary>How long unknown members may be together: they are kept, so there is an end to it.</summary>
    private const long LongestAdditional = 256 * 1024;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(FirstBuffer);
    private int _length;
    private JsonReaderState _state;
    private Place _place;
    private bool _isBegun;
    private bool _isForgotten;
    private long _additional;
    private ImmutableDictionary<string, JsonElement> _members = ImmutableDictionary<string, JsonElement>.Empty;

    private enum Place
    {
        Root,
        Members,
        Vectors,
        End,
    }

    public string? Model { get; private set; }

    public EmbeddingUsage? Usage { get; private set; }

    /// <summary>Gets a value indicating whether the object has data, and so is an answer at all.</summary>
    public bool HasData { get; private set; }

    public IReadOnlyDictionary<string, JsonElement> AdditionalProperties => _members;

    /// <summary>Gets the whole text, or nothing where a part of it was read and forgotten.</summary>
    public ReadOnlySpan<byte> Text => _isForgotten ? [] : _buffer.AsSpan(0, _length);

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_buffer.Length - _length <= sizeHint)
        {
            MakeRoom(sizeHint);
        }

        return _buffer.AsMemory(_length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Advance(int count) => _length += count;

    /// <summary>Reads the rest, after which the answer is whole.</summary>
    public void Complete()
    {
        Read(isFinal: true);
        if (HasData && !block.IsComplete)
        {
            throw new JsonException("There are fewer vectors than inputs.");
        }
    }

    /// <summary>Gives the buffer back. Not to be called while a read may still write into it.</summary>
    public void Dispose()
    {
        var buffer = _buffer;
        _buffer = [];
        _length = 0;
        if (buffer.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private void MakeRoom(int size)
    {
        var read = Read(isFinal: false);
        _isForgotten |= read > 0;
        var rest = _buffer.AsSpan(read, _length - read);
        var target = _buffer;
        if (_buffer.Length - rest.Length <= Math.Max(size, _buffer.Length / 2))
        {
            // Text that stays is one step that is not whole yet; what grows by doubling is read anew only as often as it doubles.
            target = rest.Length < LongestStep ? ArrayPool<byte>.Shared.Rent((_buffer.Length * 2) + size) : throw new JsonException("A vector or member is longer than any that there is.");
        }

        rest.CopyTo(target);
        _length = rest.Length;
        if (!ReferenceEquals(target, _buffer))
        {
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = target;
        }
    }

    /// <summary>Takes as many whole steps as there are, and returns how long they were.</summary>
    private int Read(bool isFinal)
    {
        var all = _buffer.AsSpan(0, _length);
        var utf8 = _isBegun ? all : JsonRead.WithoutMark(all);
        var mark = all.Length - utf8.Length;
        _isBegun = true;
        var reader = new Utf8JsonReader(utf8, isFinal, _state);
        while (_place != Place.End)
        {
            var step = reader;
            if (!TryStep(ref step, utf8))
            {
                break;
            }

            reader = step;
        }

        if (_place == Place.End)
        {
            // Anything after the object is an error of the reader.
            reader.Read();
        }

        _state = reader.CurrentState;
        return mark + (int)reader.BytesConsumed;
    }

    private bool TryStep(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        if (!reader.Read())
        {
            return false;
        }

        switch (_place, reader.TokenType)
        {
            case (Place.Root, JsonTokenType.StartObject):
            case (Place.Vectors, JsonTokenType.EndArray):
                _place = Place.Members;
                return true;
            case (Place.Members, JsonTokenType.EndObject):
                _place = Place.End;
                return true;
            case (Place.Members, JsonTokenType.PropertyName):
                return TryMember(ref reader);
            case (Place.Vectors, JsonTokenType.StartObject):
                return TryVector(ref reader, utf8);
            default:
                throw new JsonException("An embedding answer, or one of its vectors, is no object.");
        }
    }

    private bool TryMember(ref Utf8JsonReader reader)
    {
        if (reader.ValueTextEquals("data"u8))
        {
            return TryData(ref reader);
        }

        var whole = reader;
        if (!whole.TrySkip())
        {
            return false;
        }

        if (reader.ValueTextEquals("model"u8))
        {
            Model = JsonRead.Text(ref reader);
        }
        else if (reader.ValueTextEquals("usage"u8))
        {
            Usage = EmbeddingUsageReader.Read(ref reader);
        }
        else if (reader.ValueTextEquals("object"u8))
        {
            reader = whole;
        }
        else
        {
            Keep(ref reader, whole.BytesConsumed - reader.TokenStartIndex);
        }

        return true;
    }

    private bool TryData(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
        {
            return false;
        }

        if (reader.TokenType == JsonTokenType.StartArray)
        {
            HasData = true;
            _place = Place.Vectors;
            return true;
        }

        return reader.TokenType == JsonTokenType.Null ? true : throw new JsonException("The data of an embedding answer is no array.");
    }

    private bool TryVector(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        if (!EmbeddingVector.TryRead(ref reader, out var vector))
        {
            return false;
        }

        vector.WriteTo(block, utf8);
        return true;
    }

    private void Keep(ref Utf8JsonReader reader, long length)
    {
        _additional += length;
        if (_additional > LongestAdditional)
        {
            throw new JsonException("The unknown members of an embedding answer are longer than any answer needs.");
        }

        var name = reader.GetString()!;
        reader.Read();
        _members = _members.SetItem(name, JsonElement.ParseValue(ref reader));
    }
}
