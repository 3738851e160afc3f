using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Connections;

/// <summary>Reads what <see cref="ConnectionWriter"/> wrote. Members that it does not know are passed over.</summary>
internal static class ConnectionReader
{
    /// <summary>Returns the connection, or null where it can't be read.</summary>
    public static Connection? Read(ConnectionKey key, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            var json = document.RootElement;
            return json.GetProperty(ConnectionJson.Format).GetInt32() > ConnectionJson.CurrentFormat ? null : ReadConnection(key, json);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or OverflowException or ArgumentException)
        {
            return null;
        }
    }

    private static Connection ReadConnection(ConnectionKey key, JsonElement json) => new()
    {
        Key = key,
        State = Enum.Parse<ConnectionState>(json.GetProperty(ConnectionJson.State).GetString()!),
        App = Text(json, ConnectionJson.App) is { } app ? Enum.Parse<ConnectionApp>(app) : null,
        AccountLabel = Text(json, ConnectionJson.AccountLabel),
        Inputs = Map(json, ConnectionJson.Inputs).ToImmutableDictionary(static pair => pair.Key, static pair => new SecretValue(pair.Value), StringComparer.Ordinal),
        Grant = json.TryGetProperty(ConnectionJson.Grant, out var grant) ? ReadGrant(grant) : null,
    };

    private static Grant ReadGrant(JsonElement json) => new()
    {
        AccessToken = json.GetProperty(ConnectionJson.AccessToken).GetString() ?? throw new FormatException(),
        RefreshToken = Text(json, ConnectionJson.RefreshToken),
        ObtainedAt = json.GetProperty(ConnectionJson.ObtainedAt).GetDateTimeOffset(),
        ExpiresAt = Time(json, ConnectionJson.ExpiresAt),
        RefreshExpiresAt = Time(json, ConnectionJson.RefreshExpiresAt),
        Scope = Text(json, ConnectionJson.Scope),
        Issuer = Text(json, ConnectionJson.Issuer),
        ClientId = Text(json, ConnectionJson.ClientId),
        Outputs = Map(json, ConnectionJson.Outputs).ToImmutableDictionary(StringComparer.Ordinal),
    };

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;

    private static DateTimeOffset? Time(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetDateTimeOffset() : null;

    private static IEnumerable<KeyValuePair<string, string>> Map(JsonElement json, string name) =>
        json.TryGetProperty(name, out var map) ? map.EnumerateObject().Select(static pair => KeyValuePair.Create(pair.Name, pair.Value.GetString() ?? throw new FormatException())) : [];
}
