using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;
using AuthProfiles.Testing.Text;

namespace AuthProfiles.Testing.Authorization;

/// <summary>A JSON Web Token in its compact form (RFC 7515, section 7.1), taken apart and not yet believed.</summary>
internal sealed class Jwt
{
    private readonly JsonElement _claims;

    private Jwt(string algorithm, JsonElement claims, byte[] signed, byte[] signature)
    {
        Algorithm = algorithm;
        _claims = claims;
        Signed = signed;
        Signature = signature;
    }

    public string Algorithm { get; }

    public byte[] Signed { get; }

    public byte[] Signature { get; }

    public static bool TryParse(string text, [NotNullWhen(true)] out Jwt? jwt)
    {
        jwt = null;
        if (text.Split('.') is not [var header, var claims, var signature]
            || !TryReadObject(header, out var head)
            || !TryReadObject(claims, out var body)
            || !Base64Url.TryDecode(signature, out var signatureBytes))
        {
            return false;
        }

        jwt = new Jwt(TextOf(head, "alg") ?? string.Empty, body, Encoding.ASCII.GetBytes($"{header}.{claims}"), signatureBytes);
        return true;
    }

    /// <summary>A claim that is a text and not empty.</summary>
    public string? Text(string claim) => TextOf(_claims, claim);

    /// <summary>A claim that is a number of seconds since 1970.</summary>
    public DateTimeOffset? Time(string claim) =>
        _claims.TryGetProperty(claim, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var seconds) && Math.Abs(seconds) < 1e11
            ? DateTimeOffset.UnixEpoch.AddSeconds(seconds)
            : null;

    public bool Has(string claim) => _claims.TryGetProperty(claim, out _);

    /// <summary>A claim that is a text or a list of them.</summary>
    public IReadOnlyList<string> Texts(string claim) => !_claims.TryGetProperty(claim, out var value)
        ? []
        : value.ValueKind switch
        {
            JsonValueKind.String => [value.GetString()!],
            JsonValueKind.Array => [.. value.EnumerateArray().Where(static item => item.ValueKind == JsonValueKind.String).Select(static item => item.GetString()!)],
            _ => [],
        };

    private static string? TextOf(JsonElement item, string name) =>
        item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;

    private static bool TryReadObject(string encoded, out JsonElement root)
    {
        root = default;
        if (!Base64Url.TryDecode(encoded, out var bytes))
        {
            return false;
        }

        try
        {
            using var document = JsonDocument.Parse(bytes);
            root = document.RootElement.Clone();
            return root.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
