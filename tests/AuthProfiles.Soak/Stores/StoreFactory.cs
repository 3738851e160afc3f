using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using Npgsql;

namespace AuthProfiles.Soak.Stores;

/// <summary>The stores by their names.</summary>
internal static class StoreFactory
{
    public const string File = "file";
    public const string Postgres = "postgres";

    public static IConnectionProtector CreateProtector(string key) => new StandInProtector(Convert.FromBase64String(key));

    public static IConnectionStore Create(StoreLocation location, ConnectionSealer sealer) => location.Name switch
    {
        File => new StandInStore(location.Address, sealer),
        Postgres => new RelationalConnectionStore(NpgsqlDataSource.Create(location.Address), sealer),
        _ => throw new UsageException($"There is no store '{location.Name}'."),
    };

    private sealed class StandInProtector(byte[] key) : IConnectionProtector
    {
        public byte[] Protect(ReadOnlySpan<byte> plaintext, ReadOnlySpan<byte> associatedData)
        {
            using var aes = new AesGcm(key, 16);
            var result = new byte[12 + 16 + plaintext.Length];
            RandomNumberGenerator.Fill(result.AsSpan(0, 12));
            aes.Encrypt(result.AsSpan(0, 12), plaintext, result.AsSpan(28), result.AsSpan(12, 16), associatedData);
            return result;
        }

        public bool TryUnprotect(ReadOnlySpan<byte> ciphertext, ReadOnlySpan<byte> associatedData, [NotNullWhen(true)] out byte[]? plaintext, [NotNullWhen(false)] out ConnectionFault? fault)
        {
            using var aes = new AesGcm(key, 16);
            plaintext = new byte[ciphertext.Length - 28];
            fault = null;
            aes.Decrypt(ciphertext[..12], ciphertext[28..], ciphertext[12..28], plaintext, associatedData);
            return true;
        }
    }

    private sealed class StandInStore(string directory, ConnectionSealer sealer) : IConnectionStore
    {
        public async ValueTask<StoredConnection?> ReadAsync(ConnectionKey key, CancellationToken cancellationToken = default)
        {
            if (!System.IO.File.Exists(PathOf(key))) { return null; }
            var bytes = await System.IO.File.ReadAllBytesAsync(PathOf(key), cancellationToken);
            return sealer.Open(key, BitConverter.ToInt64(bytes), bytes.AsSpan(8));
        }

        public async ValueTask<long?> TryWriteAsync(Connection connection, long expectedVersion, CancellationToken cancellationToken = default)
        {
            Directory.CreateDirectory(directory);
            FileStream? gate = null;
            while (gate is null)
            {
                try { gate = new FileStream(PathOf(connection.Key) + ".lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None); }
                catch (IOException) { await Task.Delay(TimeSpan.FromMilliseconds(3), TimeProvider.System, cancellationToken); }
            }

            await using (gate)
            {
                if (((await ReadAsync(connection.Key, cancellationToken))?.Version ?? 0) != expectedVersion) { return null; }
                var version = expectedVersion == 0 ? TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds() : expectedVersion + 1;
                var temporary = PathOf(connection.Key) + Guid.NewGuid();
                await System.IO.File.WriteAllBytesAsync(temporary, [.. BitConverter.GetBytes(version), .. sealer.Seal(connection, version)], cancellationToken);
                System.IO.File.Move(temporary, PathOf(connection.Key), overwrite: true);
                return version;
            }
        }

        public ValueTask<bool> DeleteAsync(ConnectionKey key, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public IAsyncEnumerable<ConnectionKey> ListAsync(string profile, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask<IRenewalLease?> TryLeaseAsync(ConnectionKey key, TimeSpan duration, CancellationToken cancellationToken = default)
        {
            try { return new(new Lease(key, new FileStream(PathOf(key) + ".lease", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None))); }
            catch (IOException) { return new((IRenewalLease?)null); }
        }

        private string PathOf(ConnectionKey key) => Path.Combine(directory, key.User!);

        private sealed class Lease(ConnectionKey key, FileStream file) : IRenewalLease
        {
            public ConnectionKey Key => key;

            public ValueTask DisposeAsync() => file.DisposeAsync();
        }
    }
}
