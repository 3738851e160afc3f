using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace AuthProfiles.OAuth;

/// <summary>Writes a signed JWT in its compact form (RFC 7519, RFC 7515), to be used once and at once.</summary>
internal static class JwtWriter
{
    /// <summary>How long it is good for: long enough for a clock that is a minute off, short enough that nobody keeps it.</summary>
    /// <remarks>There is no <c>nbf</c>: it would add nothing but a refusal where this machine's clock is ahead.</remarks>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(2);

    private const int IdBytes = 16;

    /// <summary>Writes one, with <c>iat</c>, <c>exp</c> and a <c>jti</c> of 128 random bits.</summary>
    /// <param name="key">What signs it.</param>
    /// <param name="now">The time.</param>
    /// <param name="claims">The claims besides those three, each a text.</param>
    public static string Write(SigningKey key, DateTimeOffset now, params ReadOnlySpan<(string Name, string Value)> claims)
    {
        var signed = $"{Header(key)}.{Claims(now, claims)}";
        return $"{signed}.{Base64Url.Encode(key.Sign(Encoding.ASCII.GetBytes(signed)))}";
    }

    private static string Header(SigningKey key)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString("alg", key.Algorithm);
            writer.WriteString("typ", "JWT");
            if (key.Id is not null)
            {
                writer.WriteString("kid", key.Id);
            }

            if (key.CertificateThumbprint is not null)
            {
                writer.WriteString("x5t#S256", key.CertificateThumbprint);
            }

            writer.WriteEndObject();
        }

        return Base64Url.Encode(buffer.WrittenSpan);
    }

    private static string Claims(DateTimeOffset now, ReadOnlySpan<(string Name, string Value)> claims)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartObject();
            foreach (var (name, value) in claims)
            {
                writer.WriteString(name, value);
            }

            writer.WriteNumber("iat", now.ToUnixTimeSeconds());
            writer.WriteNumber("exp", (now + Lifetime).ToUnixTimeSeconds());
            writer.WriteString("jti", Base64Url.Encode(RandomNumberGenerator.GetBytes(IdBytes)));
            writer.WriteEndObject();
        }

        return Base64Url.Encode(buffer.WrittenSpan);
    }
}
