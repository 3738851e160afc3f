using System.Buffers.Binary;
using System.Security.Cryptography;

namespace AuthProfiles.Connections;

/// <summary>One file of the file store: a header in the clear, with a checksum of its own, then what the sealer made.</summary>
/// <param name="Key">Whose connection.</param>
/// <param name="Version">Its version.</param>
/// <param name="DeletedAt">When it was deleted, or null where it lives.</param>
internal sealed record FileEntry(ConnectionKey Key, long Version, DateTimeOffset? DeletedAt)
{
    /// <summary>As much of a file as nearly every header fits into.</summary>
    public const int UsualHeader = 4096;

    private const int LongestNames = 1 << 20;
    private const int ChecksumLength = 16;

    // Magic and format; version; time of deletion in Unix milliseconds, or 0; length of the names.
    private const int FixedLength = 5 + sizeof(long) + sizeof(long) + sizeof(int);

    private static ReadOnlySpan<byte> Magic => "APCS\u0001"u8;

    /// <summary>Returns the bytes of the file.</summary>
    public byte[] Write(ReadOnlySpan<byte> data)
    {
        var names = ConnectionIdentity.Of(Key);
        var bytes = new byte[FixedLength + names.Length + ChecksumLength + data.Length];
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(5), Version);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(13), DeletedAt?.ToUnixTimeMilliseconds() ?? 0);
        BinaryPrimitives.WriteInt32BigEndian(bytes.AsSpan(21), names.Length);
        names.CopyTo(bytes, FixedLength);
        var header = FixedLength + names.Length;
        Checksum(bytes.AsSpan(0, header)).CopyTo(bytes.AsSpan(header));
        data.CopyTo(bytes.AsSpan(header + ChecksumLength));
        return bytes;
    }

    /// <summary>Returns how long a header is of which the beginning is given, or 0 where it is none.</summary>
    public static int LengthOf(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < FixedLength || !bytes.StartsWith(Magic))
        {
            return 0;
        }

        var names = BinaryPrimitives.ReadInt32BigEndian(bytes[21..]);
        return names is > 0 and <= LongestNames ? FixedLength + names + ChecksumLength : 0;
    }

    /// <summary>Reads a header. What was sealed comes after <see cref="LengthOf"/>.</summary>
    /// <returns>The header, or null where it is damaged.</returns>
    public static FileEntry? Read(ReadOnlySpan<byte> bytes)
    {
        var length = LengthOf(bytes);
        if (length == 0 || bytes.Length < length)
        {
            return null;
        }

        var header = bytes[..(length - ChecksumLength)];
        if (!Checksum(header).AsSpan().SequenceEqual(bytes[header.Length..length]))
        {
            return null;
        }

        var deleted = BinaryPrimitives.ReadInt64BigEndian(bytes[13..]);
        return new(ConnectionIdentity.Read(header[FixedLength..]), BinaryPrimitives.ReadInt64BigEndian(bytes[5..]), deleted == 0 ? null : DateTimeOffset.FromUnixTimeMilliseconds(deleted));
    }

    // Against damage. Who may write the file may as well delete it: nothing is gained by forging a header, and what was sealed names key and version again.
    private static byte[] Checksum(ReadOnlySpan<byte> header) => SHA256.HashData(header)[..ChecksumLength];
}
