using System.Buffers;

namespace AuthProfiles.Injection;

/// <summary>Takes a body into pooled memory, up to a limit.</summary>
/// <remarks>Disposing does nothing, because a content may dispose what it writes to; <see cref="Release"/> gives the memory back.</remarks>
internal sealed class PooledBody : BodySink
{
    private readonly CredentialField _field;
    private readonly InjectionRules _rules;
    private byte[]? _array = ArrayPool<byte>.Shared.Rent(4096);
    private int _length;

    private PooledBody(CredentialField field, InjectionRules rules)
    {
        _field = field;
        _rules = rules;
    }

    public ReadOnlyMemory<byte> Bytes => _array.AsMemory(0, _length);

    public static PooledBody Rent(in PayloadTarget target) => new(target.Plan.Fields[0], target.Rules);

    /// <summary>Refuses a body that is longer than is ever taken into memory.</summary>
    public static void CheckLength(long length, CredentialField field, InjectionRules rules)
    {
        if (length > rules.PayloadLimit)
        {
            throw Refusal.Because(
                rules,
                field,
                $"the body is longer than the {rules.PayloadLimit} bytes that are taken into memory",
                "Send a smaller body, raise the profile's payload limit, or send the credential in a header.");
        }
    }

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        ObjectDisposedException.ThrowIf(_array is null, this);
        CheckLength((long)_length + buffer.Length, _field, _rules);
        if (buffer.Length > _array.Length - _length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_length + buffer.Length, (int)Math.Min(2L * _array.Length, Array.MaxLength)));
            _array.AsSpan(0, _length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(_array, clearArray: true);
            _array = larger;
        }

        buffer.CopyTo(_array.AsSpan(_length));
        _length += buffer.Length;
    }

    /// <summary>Gives the memory back, wiped: bodies are nobody else's business. Nobody may read it any more.</summary>
    public void Release()
    {
        if (Interlocked.Exchange(ref _array, null) is { } array)
        {
            ArrayPool<byte>.Shared.Return(array, clearArray: true);
        }
    }

    protected override void Take(ReadOnlyMemory<byte> bytes) => Write(bytes.Span);
}
