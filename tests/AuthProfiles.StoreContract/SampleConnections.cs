using System.Collections.Immutable;

namespace AuthProfiles.StoreContract;

/// <summary>Connections for tests.</summary>
public static class SampleConnections
{
    /// <summary>When the samples' grants were obtained: the clocks of tests begin near it.</summary>
    public static readonly DateTimeOffset Time = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Returns a connection that is told from others by its access token.</summary>
    /// <param name="key">Whose.</param>
    /// <param name="token">The access token.</param>
    public static Connection Small(ConnectionKey key, string token = "access-1") => new()
    {
        Key = key,
        Grant = new() { AccessToken = token, RefreshToken = token + "-refresh", ObtainedAt = Time },
    };

    /// <summary>Returns a connection with a value in every member, none of them the default.</summary>
    /// <param name="key">Whose.</param>
    public static Connection Full(ConnectionKey key) => new()
    {
        Key = key,
        State = ConnectionState.Expired,
        App = ConnectionApp.Custom,
        AccountLabel = "Mia \u00c4 \"quoted\" \ud83d\ude00 <b>",
        Inputs = ImmutableDictionary.CreateRange<string, SecretValue>(StringComparer.Ordinal, [new("clientId", "id"), new("clientSecret", " s\u0000\u0001\r\n\t\"\\/\ud83d\ude00\u2028 ")]),
        Grant = new()
        {
            AccessToken = "access+/=\u00e9",
            RefreshToken = "refresh",
            ObtainedAt = Time.AddTicks(1234567),
            ExpiresAt = new DateTimeOffset(2026, 5, 4, 15, 30, 0, TimeSpan.FromHours(2)),
            RefreshExpiresAt = DateTimeOffset.MaxValue,
            Scope = "read write",
            Issuer = "https://issuer.example",
            ClientId = "client-1",
            Outputs = ImmutableDictionary.CreateRange(StringComparer.Ordinal, [new KeyValuePair<string, string>("base_url", "https://eu.example/"), new("empty", string.Empty)]),
        },
    };

    /// <summary>Returns a connection whose access token has as many characters as are asked for.</summary>
    /// <param name="key">Whose.</param>
    /// <param name="length">How many.</param>
    public static Connection Large(ConnectionKey key, int length) => Small(key, string.Create(length, length, static (text, _) =>
    {
        for (var i = 0; i < text.Length; i++)
        {
            text[i] = (char)('a' + (i * 7 % 26));
        }
    }));
}
