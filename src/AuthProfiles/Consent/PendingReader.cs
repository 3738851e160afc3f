using System.Collections.Immutable;
using System.Text.Json;

namespace AuthProfiles.Consent;

/// <summary>Reads what <see cref="PendingWriter"/> wrote. Members that it does not know are passed over.</summary>
internal static class PendingReader
{
    /// <summary>Returns the consent, or null where it can't be read.</summary>
    public static PendingAuthorization? Read(SecretValue state, ReadOnlyMemory<byte> bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes);
            return Read(state, document.RootElement);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or AuthorizationException)
        {
            return null;
        }
    }

    private static PendingAuthorization Read(SecretValue state, JsonElement json) => new()
    {
        State = state,
        Key = new(json.GetProperty(PendingJson.Profile).GetString()!, Text(json, PendingJson.Tenant), Text(json, PendingJson.User)),
        RedirectUri = json.GetProperty(PendingJson.RedirectUri).GetString()!,
        TokenAddress = new(json.GetProperty(PendingJson.TokenAddress).GetString()!),
        Verifier = Text(json, PendingJson.Verifier),
        Nonce = Text(json, PendingJson.Nonce),
        ClientId = Text(json, PendingJson.ClientId),
        Issuer = Text(json, PendingJson.Issuer),
        IssuerForm = Text(json, PendingJson.IssuerForm),
        NamesIssuer = json.GetProperty(PendingJson.NamesIssuer).GetBoolean(),
        Context = Text(json, PendingJson.Context),
        ExpiresAt = json.GetProperty(PendingJson.ExpiresAt).GetDateTimeOffset(),
        IsUsed = json.GetProperty(PendingJson.IsUsed).GetBoolean(),
        Inputs = json.GetProperty(PendingJson.Inputs).EnumerateObject().ToImmutableDictionary(static input => input.Name, static input => new SecretValue(input.Value.GetString()!), StringComparer.Ordinal),
    };

    private static string? Text(JsonElement json, string name) => json.TryGetProperty(name, out var value) ? value.GetString() : null;
}
