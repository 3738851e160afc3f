using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>Where an item stands in a list; a cursor is the place of the last item that was seen, so what is added or deleted meanwhile moves nothing.</summary>
internal sealed record PagePosition(long Major, long Minor)
{
    // Cursors of the service hold characters that a query must escape: these bytes make plus signs.
    private static ReadOnlySpan<byte> Mark => [0xFB, 0xEF, 0xBE];

    public static bool TryParse(string cursor, [NotNullWhen(true)] out PagePosition? position)
    {
        position = null;
        Span<byte> bytes = stackalloc byte[32];
        if (!Convert.TryFromBase64String(cursor, bytes, out var written) || written != Mark.Length + 16 || !bytes.StartsWith(Mark))
        {
            return false;
        }

        position = new(BinaryPrimitives.ReadInt64BigEndian(bytes[Mark.Length..]), BinaryPrimitives.ReadInt64BigEndian(bytes[(Mark.Length + 8)..]));
        return true;
    }

    /// <summary>What to sort by.</summary>
    public (long Major, long Minor) Key => (Major, Minor);

    public string ToCursor()
    {
        Span<byte> bytes = stackalloc byte[Mark.Length + 16];
        Mark.CopyTo(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes[Mark.Length..], Major);
        BinaryPrimitives.WriteInt64BigEndian(bytes[(Mark.Length + 8)..], Minor);
        return Convert.ToBase64String(bytes);
    }
}
