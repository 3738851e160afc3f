using System.Security.Cryptography;
using System.Text.Json;
using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

public sealed class JwtWriterTests
{
    private static readonly SigningKey Key = new(new SecretSigner("0123456789abcdef0123456789abcdef"));

    [Test]
    public void A_JWT_has_its_claims_and_the_three_of_its_moment()
    {
        var jwt = new Jwt(JwtWriter.Write(Key, TokenTime.Start.AddMilliseconds(999), ("iss", "robot"), ("sub", "zoë"), ("aud", "https://login.example/token"), ("scope", "a b \"c\"")));

        var now = TokenTime.Start.ToUnixTimeSeconds();
        Assert.That(
            jwt.Claims.EnumerateObject().Select(static claim => (claim.Name, claim.Value.ToString())).SkipLast(1),
            Is.EqualTo(new[] { ("iss", "robot"), ("sub", "zoë"), ("aud", "https://login.example/token"), ("scope", "a b \"c\""), ("iat", $"{now}"), ("exp", $"{now + 120}") }));
        Assert.That(jwt.Claims.GetProperty("exp").ValueKind, Is.EqualTo(JsonValueKind.Number));
        Assert.That(jwt.Signature, Is.EqualTo(HMACSHA256.HashData("0123456789abcdef0123456789abcdef"u8, jwt.Signed)));
    }

    [Test]
    public void No_two_have_the_same_id_and_each_has_128_bits()
    {
        var ids = Enumerable.Range(0, 1000).Select(static _ => new Jwt(JwtWriter.Write(Key, TokenTime.Start)).Claim("jti")!).ToArray();

        Assert.That(ids, Is.Unique);
        Assert.That(ids.Select(static id => Jwt.Bytes(id).Length), Has.All.EqualTo(16));
    }

    [TestCase(null, null, """{"alg":"HS256","typ":"JWT"}""")]
    [TestCase("key 1", null, """{"alg":"HS256","typ":"JWT","kid":"key 1"}""")]
    [TestCase("k", "dGh1bWI", """{"alg":"HS256","typ":"JWT","kid":"k","x5t#S256":"dGh1bWI"}""")]
    public void The_header_says_what_the_server_finds_the_key_by(string? id, string? thumbprint, string header)
    {
        var key = new SigningKey(new SecretSigner("s")) { Id = id, CertificateThumbprint = thumbprint };

        Assert.That(new Jwt(JwtWriter.Write(key, TokenTime.Start)).Header.GetRawText(), Is.EqualTo(header));
    }

    [Test]
    public void It_is_good_for_five_minutes_at_most() => Assert.That(JwtWriter.Lifetime, Is.InRange(TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5)));
}
