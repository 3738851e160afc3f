using System.Buffers;
using System.Text;
using AuthProfiles.AzureOpenAI.Chat;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Puts the pieces of a spoken answer together.</summary>
internal sealed class AudioBuilder
{
    private readonly ArrayBufferWriter<byte> _bytes = new();
    private readonly StringBuilder _transcript = new();
    private string _id = string.Empty;
    private DateTimeOffset? _expires;

    public void Add(ChatAudio piece)
    {
        _bytes.Write(piece.Bytes.Span);
        _transcript.Append(piece.Transcript);
        _id = piece.Id.Length > 0 ? piece.Id : _id;
        _expires = piece.ExpiresAt ?? _expires;
    }

    public ChatAudio Build() => new() { Id = _id, ExpiresAt = _expires, Bytes = _bytes.WrittenSpan.ToArray(), Transcript = _transcript.ToString() };
}
