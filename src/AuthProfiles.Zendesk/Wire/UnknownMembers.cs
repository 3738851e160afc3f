using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>Collects, while an object is read, the members that have no property. It costs nothing where there are none.</summary>
internal struct UnknownMembers
{
    private ArrayBufferWriter<byte>? _utf8;

    /// <summary>Keeps a member: its name and its value, as they came.</summary>
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
