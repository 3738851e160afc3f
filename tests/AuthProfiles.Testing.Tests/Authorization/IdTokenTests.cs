using System.Security.Cryptography;
using System.Text;

namespace AuthProfiles.Testing.Authorization;

public sealed class IdTokenTests : AuthorizationFixture
{
    [TestCase("mia", "mia@example.com")]
    [TestCase("mia@orders.example", "mia@orders.example")]
    public async Task It_says_who_consented(string userName, string email)
    {
        Server.SignIn(userName);
        var code = await CodeAsync(changes: [("scope", "openid orders.read"), ("nonce", "n-1")]);

        var claims = ClaimsOf((string)(await GrantedAsync(Redemption(code)))["id_token"]!);

        Assert.Multiple(() =>
        {
            Assert.That((string?)claims["iss"], Is.EqualTo("https://login.orders.example/acme"));
            Assert.That((string?)claims["aud"], Is.EqualTo("app"));
            Assert.That((string?)claims["sub"], Is.EqualTo(userName));
            Assert.That((string?)claims["preferred_username"], Is.EqualTo(userName));
            Assert.That((string?)claims["email"], Is.EqualTo(email));
            Assert.That((string?)claims["nonce"], Is.EqualTo("n-1"));
            Assert.That((long?)claims["iat"], Is.EqualTo(Clock.UtcNow.ToUnixTimeSeconds()));
            Assert.That((long?)claims["exp"], Is.EqualTo(Clock.UtcNow.AddHours(1).ToUnixTimeSeconds()));
        });
    }

    [Test]
    public async Task It_is_signed_by_the_key_that_is_published()
    {
        var token = (string)(await TokensAsync("openid"))["id_token"]!;
        var keys = await GrantedAsync(new(HttpMethod.Get, "https://login.orders.example/acme/jwks"));
        var key = keys["keys"]![0]!;
        using var rsa = RSA.Create(new RSAParameters { Modulus = Decode((string)key["n"]!), Exponent = Decode((string)key["e"]!) });
        var parts = token.Split('.');

        Assert.That(rsa.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Decode(parts[2]), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1), Is.True);
        Assert.That(Encoding.UTF8.GetString(Decode(parts[0])), Does.Contain("\"RS256\""));
    }

    [Test]
    public async Task A_renewal_brings_one_without_the_nonce()
    {
        var code = await CodeAsync(changes: [("scope", "openid"), ("nonce", "n-1")]);
        var answer = await GrantedAsync(Redemption(code));

        var renewed = await GrantedAsync(Renewal((string)answer["refresh_token"]!));

        Assert.That(ClaimsOf((string)renewed["id_token"]!).ContainsKey("nonce"), Is.False);
    }

    [Test]
    public async Task A_client_by_itself_is_nobody() =>
        Assert.That((await GrantedAsync(Wire.ClientCredentials(TokenUrl, "openid"))).ContainsKey("id_token"), Is.False);
}
