using Npgsql;

namespace AuthProfiles.Soak.Stores;

/// <summary>The stores by their names.</summary>
internal static class StoreFactory
{
    public const string File = "file";
    public const string Postgres = "postgres";

    private const string KeyId = "soak";

    public static IConnectionProtector CreateProtector(string key) =>
        new AesGcmConnectionProtector(new ConnectionKeyRing(KeyId, new Dictionary<string, SecretValue>(StringComparer.Ordinal) { [KeyId] = key }));

    public static IConnectionStore Create(StoreLocation location, ConnectionSealer sealer) => location.Name switch
    {
        File => new FileConnectionStore(location.Address, sealer),
        Postgres => new RelationalConnectionStore(NpgsqlDataSource.Create(location.Address), sealer),
        _ => throw new UsageException($"There is no store '{location.Name}'."),
    };
}
