using System.Text;
using System.Text.Json;

namespace AuthProfiles.Tests.OAuth;

/// <summary>A JWT taken apart as a server would, without any code of ours.</summary>
internal sealed class Jwt
{
    public Jwt(string compact)
    {
        var parts = compact.Split('.');
        Assert.That(parts, Has.Length.EqualTo(3).And.All.Not.Empty);
        Assert.That(compact, Does.Match("^[A-Za-z0-9_.-]+$"));
        (Header, Claims) = (Json(parts[0]), Json(parts[1]));
        (Signed, Signature) = (Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Bytes(parts[2]));
    }

    public JsonElement Header { get; }

    public JsonElement Claims { get; }

    public byte[] Signed { get; }

    public byte[] Signature { get; }

    public static byte[] Bytes(string base64Url) =>
        Convert.FromBase64String(base64Url.Replace('-', '+').Replace('_', '/').PadRight((base64Url.Length + 3) / 4 * 4, '='));

    public string? Claim(string name) => Claims.TryGetProperty(name, out var value) ? value.ToString() : null;

    private static JsonElement Json(string part) => JsonDocument.Parse(Bytes(part)).RootElement;
}
