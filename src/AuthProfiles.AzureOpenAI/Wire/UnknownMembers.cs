using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Wire;

/// <summary>Collects, while an object is read, the members that the reader does not know. It costs nothing where there are none.</summary>
internal struct UnknownMembers
{
    private ArrayBufferWriter<byte>? _utf8;

    public readonly bool IsEmpty => _utf8 is null;

    /// <summary>Keeps the member whose name was read last, and moves behind its value.</summary>
    /// <param name="reader">The reader, at the member's name.</param>
    /// <param name="utf8">All that the reader reads.</param>
    public void Keep(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        var start = (int)reader.TokenStartIndex;
        JsonRead.SkipValue(ref reader);
        Keep(utf8[start..(int)reader.BytesConsumed]);
    }

    /// <summary>Keeps a member.</summary>
    /// <param name="member">Its name and its value, as they came.</param>
    public void Keep(ReadOnlySpan<byte> member)
    {
        var isFirst = _utf8 is null;
        _utf8 ??= new ArrayBufferWriter<byte>(member.Length + 2);
        _utf8.Write(isFirst ? "{"u8 : ","u8);
        _utf8.Write(member);
    }

    /// <summary>Returns what was kept.</summary>
    public readonly IReadOnlyDictionary<string, JsonElement> ToMembers()
    {
        if (_utf8 is null)
        {
            return ImmutableDictionary<string, JsonElement>.Empty;
        }

        _utf8.Write("}"u8);
        return new RawMembers(_utf8.WrittenMemory);
    }
}
