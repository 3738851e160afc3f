using System.Buffers.Binary;

namespace AuthProfiles.Connections;

/// <summary>Writes whose connection something is as bytes, so that no two connections give the same.</summary>
internal static class ConnectionIdentity
{
    private const byte Format = 1;

    /// <summary>Returns the bytes of a key alone.</summary>
    public static byte[] Of(ConnectionKey key)
    {
        using var bytes = new MemoryStream();
        bytes.WriteByte(Format);
        Write(bytes, key.Profile);
        Write(bytes, key.Tenant);
        Write(bytes, key.User);
        return bytes.ToArray();
    }

    /// <summary>Returns the bytes of one version of a connection.</summary>
    public static byte[] Of(ConnectionKey key, long version)
    {
        var name = Of(key);
        var bytes = new byte[name.Length + sizeof(long)];
        name.CopyTo(bytes, 0);
        BinaryPrimitives.WriteInt64BigEndian(bytes.AsSpan(name.Length), version);
        return bytes;
    }

    /// <summary>Reads a key from what <see cref="Of(ConnectionKey)"/> wrote, which somebody vouches for: these bytes check nothing.</summary>
    public static ConnectionKey Read(ReadOnlySpan<byte> bytes)
    {
        bytes = bytes[1..];
        return new(ReadName(ref bytes)!, new ConnectionName(ReadName(ref bytes), ReadName(ref bytes)));
    }

    // Length first: no name can run into the next. None at all is another length than an empty one. The characters are written as
    // they are, in UTF-16: another encoding would give all halves of characters the same bytes.
    private static void Write(MemoryStream bytes, string? name)
    {
        Span<byte> number = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(number, name?.Length ?? -1);
        bytes.Write(number);
        foreach (var character in name ?? string.Empty)
        {
            BinaryPrimitives.WriteUInt16BigEndian(number, character);
            bytes.Write(number[..sizeof(char)]);
        }
    }

    private static string? ReadName(ref ReadOnlySpan<byte> bytes)
    {
        var length = BinaryPrimitives.ReadInt32BigEndian(bytes);
        bytes = bytes[sizeof(int)..];
        if (length < 0)
        {
            return null;
        }

        var name = new char[length];
        for (var i = 0; i < length; i++)
        {
            name[i] = (char)BinaryPrimitives.ReadUInt16BigEndian(bytes[(i * sizeof(char))..]);
        }

        bytes = bytes[(length * sizeof(char))..];
        return new(name);
    }
}
