using System.Buffers.Binary;
using System.Text;

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

    // Length first: no name can run into the next. None at all is another length than an empty one.
    private static void Write(MemoryStream bytes, string? name)
    {
        var text = name is null ? [] : Encoding.UTF8.GetBytes(name);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, name is null ? -1 : text.Length);
        bytes.Write(length);
        bytes.Write(text);
    }
}
