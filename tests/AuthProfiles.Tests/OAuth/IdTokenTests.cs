using System.Text;
using AuthProfiles.Credentials;
using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

/// <summary>What of an ID token is read, and what it is held to (OpenID Connect Core, section 3.1.3.7).</summary>
internal sealed class IdTokenTests
{
    private const string Issuer = "https://login.example";

    private static readonly long Now = TokenTime.Start.ToUnixTimeSeconds();

    [TestCase("", null)]
    [TestCase("e30", null)]
    [TestCase("e30.e30", null)]
    [TestCase("e30.e30.sig.more", null)]
    [TestCase("e30.a+b/.sig", null)]
    [TestCase("..", null)]
    [TestCase("e30.e30.", "")]
    public void A_token_has_three_parts_and_the_second_is_read(string token, string? issuer) =>
        Assert.That(IdTokenClaims.Read(token) is { } claims ? claims["iss"] ?? string.Empty : null, Is.EqualTo(issuer));

    [TestCase("[]")]
    [TestCase("7")]
    [TestCase("{")]
    [TestCase("{}{}")]
    [TestCase("""{"iss":"a","iss":"a"}""")]
    [TestCase("""{"x":1,"\u0078":2}""")]
    [TestCase("""{"iss":"\ud800"}""")]
    [TestCase("""{"x":[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]}""")]
    public void Claims_that_are_not_clear_are_none(string json) => Assert.That(ClaimsOf(json), Is.Null);

    [Test]
    public void Claims_are_read_by_their_types()
    {
        var claims = ClaimsOf("""{"iss":"a","sub":7,"aud":["b",{"aud":"c"},[1],"d"],"exp":1.5,"nested":{"iss":"x","exp":2},"list":["iss"],"nonce":""}""")!;

        Assert.That((claims["iss"], claims["sub"], claims["nested"], claims["nonce"], claims["list"]), Is.EqualTo(("a", default(string), default(string), "", default(string))));
        Assert.That(claims.Audiences, Is.EqualTo(new[] { "b", "d" }));
        Assert.That(claims.Expiry, Is.EqualTo(1.5));
    }

    [TestCase("""{"aud":"a"}""", "a")]
    [TestCase("""{"aud":[]}""", "")]
    [TestCase("""{"aud":7}""", "")]
    [TestCase("""{"exp":"1"}""", "")]
    public void An_audience_is_one_or_many(string json, string audiences)
    {
        Assert.That(string.Join(' ', ClaimsOf(json)!.Audiences), Is.EqualTo(audiences));
        Assert.That(ClaimsOf(json)!.Expiry, Is.Null);
    }

    [Test]
    public void A_token_is_read_up_to_its_limit()
    {
        Assert.That(ClaimsOf(OfLength(64 * 1024)), Is.Not.Null);
        Assert.That(ClaimsOf(OfLength((64 * 1024) + 4)), Is.Null);

        static string OfLength(int encoded) => $$"""{"x":"{{new string('x', (encoded / 4 * 3) - 8)}}"}""";
    }

    [TestCase("""{"iss":"https://login.example","aud":"app","exp":EXP,"nonce":"n"}""", null)]
    [TestCase("""{"iss":"https://login.example","aud":"app","azp":"app","exp":EXP,"nonce":"n"}""", null)]
    [TestCase("""{"iss":"https://login.example","aud":["api","app"],"azp":"app","exp":EXP,"nonce":"n"}""", null)]
    [TestCase("""{"aud":"app","exp":EXP,"nonce":"n"}""", "another issuer's")]
    [TestCase("""{"iss":"https://login.example/","aud":"app","exp":EXP,"nonce":"n"}""", "another issuer's")]
    [TestCase("""{"iss":"https://login.example","exp":EXP,"nonce":"n"}""", "for another client")]
    [TestCase("""{"iss":"https://login.example","aud":"App","exp":EXP,"nonce":"n"}""", "for another client")]
    [TestCase("""{"iss":"https://login.example","aud":["app","api"],"exp":EXP,"nonce":"n"}""", "for another client")]
    [TestCase("""{"iss":"https://login.example","aud":"app","azp":"api","exp":EXP,"nonce":"n"}""", "for another client")]
    [TestCase("""{"iss":"https://login.example","aud":"api","azp":"app","exp":EXP,"nonce":"n"}""", "for another client")]
    [TestCase("""{"iss":"https://login.example","aud":"app","nonce":"n"}""", "expired")]
    [TestCase("""{"iss":"https://login.example","aud":"app","exp":EXP}""", "the answer to another request")]
    [TestCase("""{"iss":"https://login.example","aud":"app","exp":EXP,"nonce":"N"}""", "the answer to another request")]
    public void A_token_is_held_to_what_was_asked_for(string json, string? fault) =>
        Assert.That(FaultOf(json, Now + 300), Is.EqualTo(fault));

    [TestCase(-59, null)]
    [TestCase(-60, "expired")]
    public void Clocks_may_differ_by_a_minute(int seconds, string? fault) =>
        Assert.That(FaultOf("""{"iss":"https://login.example","aud":"app","exp":EXP,"nonce":"n"}""", Now + seconds), Is.EqualTo(fault));

    [Test]
    public void What_was_not_asked_for_is_not_looked_for() =>
        Assert.That(IdTokenRules.FindFault(ClaimsOf($$"""{"aud":"app","exp":{{Now}}}""")!, null, "app", null, TokenTime.Start), Is.Null);

    [TestCase("""{"preferred_username":"mia","email":"mia@x.example"}""", "mia")]
    [TestCase("""{"email":"mia@x.example"}""", "mia@x.example")]
    [TestCase("""{"name":"Mia"}""", null)]
    public void An_account_is_called_what_its_owner_calls_it(string json, string? label) =>
        Assert.That(IdTokenRules.LabelOf(ClaimsOf(json)!), Is.EqualTo(label));

    private static string? FaultOf(string json, long expiry) =>
        IdTokenRules.FindFault(ClaimsOf(json.Replace("EXP", $"{expiry}", StringComparison.Ordinal))!, new(Issuer), "app", "n", TokenTime.Start);

    private static IdTokenClaims? ClaimsOf(string json) => IdTokenClaims.Read($"e30.{Base64Url.Encode(Encoding.UTF8.GetBytes(json))}.sig");
}
