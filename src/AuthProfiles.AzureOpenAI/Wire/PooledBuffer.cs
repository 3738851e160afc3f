using System.Buffers;

namespace AuthProfiles.AzureOpenAI.Wire;

/// <summary>Bytes in an array of the shared pool, growing as they come.</summary>
/// <remarks>Bodies may hold secrets, so nothing is left in the pool. Not thread-safe. Whoever holds it disposes it, once, when nobody reads its bytes any more.</remarks>
internal sealed class PooledBuffer : IBufferWriter<byte>, IDisposable
{
    private byte[] _array;

    public PooledBuffer(int capacity) => _array = ArrayPool<byte>.Shared.Rent(capacity);

    /// <summary>Gets the whole array, of which the first <see cref="Length"/> bytes are written.</summary>
    public byte[] Storage => _array;

    public int Length { get; private set; }

    public ReadOnlyMemory<byte> Written => _array.AsMemory(0, Length);

    public void Advance(int count) => Length += count;

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(1, sizeHint));
        return _array.AsMemory(Length);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    public void Dispose()
    {
        var array = _array;
        array.AsSpan(0, Length).Clear();
        _array = [];
        Length = 0;
        if (array.Length > 0)
        {
            ArrayPool<byte>.Shared.Return(array);
        }
    }

    private void Reserve(int count)
    {
        if (_array.Length - Length >= count)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(checked(Length + Math.Max(count, Length)));
        _array.AsSpan(0, Length).CopyTo(larger);
        _array.AsSpan(0, Length).Clear();
        ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
