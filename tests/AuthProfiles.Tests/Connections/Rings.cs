namespace AuthProfiles.Tests.Connections;

/// <summary>Key rings with keys that are the same in every run.</summary>
internal static class Rings
{
    public static readonly ConnectionKeyRing One = Of("k1", "k1");

    public static ConnectionKeyRing Of(string current, params string[] ids) =>
        new(current, ids.ToDictionary(static id => id, static id => new SecretValue(KeyOf(id)), StringComparer.Ordinal));

    public static string KeyOf(string id) => Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)((i * 31) + id[^1]))]);

    public static ConnectionSealer Sealer(ConnectionKeyRing? ring = null) => new(new AesGcmConnectionProtector(ring ?? One));
}
