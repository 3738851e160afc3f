using System.Buffers;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>A body in a rented buffer, which goes back at disposal.</summary>
/// <remarks>Answers may hold secrets, such as a new token, so nothing is left in the pool.</remarks>
internal sealed class PooledBody : IDisposable
{
    private byte[] _buffer;
    private int _length;

    public PooledBody(int capacity) => _buffer = ArrayPool<byte>.Shared.Rent(capacity);

    public int Length => _length;

    /// <summary>Gets the body, without a byte order mark.</summary>
    public ReadOnlySpan<byte> Bytes
    {
        get
        {
            var bytes = _buffer.AsSpan(0, _length);
            return bytes.StartsWith("\uFEFF"u8) ? bytes[3..] : bytes;
        }
    }

    /// <summary>Gets room for at least one byte more.</summary>
    public Memory<byte> Room()
    {
        if (_length == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(_buffer.Length * 2);
            _buffer.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
            _buffer = larger;
        }

        return _buffer.AsMemory(_length);
    }

    public void Advance(int count) => _length += count;

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
        _buffer = [];
        _length = 0;
    }
}
