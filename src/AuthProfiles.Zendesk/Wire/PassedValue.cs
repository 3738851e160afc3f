using System.Text.Json;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>A value that has been read, by which a copy of it further on is known.</summary>
/// <param name="utf8">The value as it is written.</param>
/// <param name="after">How the reader stands behind it, which is how it stands behind the copy in the same object.</param>
internal readonly ref struct PassedValue(ReadOnlySpan<byte> utf8, JsonReaderState after)
{
    public ReadOnlySpan<byte> Utf8 { get; } = utf8;

    public JsonReaderState After { get; } = after;
}
