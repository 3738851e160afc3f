using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

[TestFixture]
public sealed class PkceTests
{
    [Test]
    public void _7636_01_A_verifier_has_43_to_128_unreserved_characters_of_256_bits_and_is_fresh()
    {
        var verifiers = Enumerable.Range(0, 1_000).Select(static _ => Pkce.CreateVerifier()).ToArray();

        Assert.That(verifiers, Is.Unique);
        Assert.That(verifiers, Has.All.Matches("^[A-Za-z0-9._~-]{43,128}$"));
        Assert.That(verifiers, Has.All.Matches<string>(static verifier => Base64Url.Decode(verifier!)!.Length >= 32));
    }

    [Test]
    public void _7636_04_The_challenge_is_that_of_appendix_B() =>
        Assert.That(Pkce.ChallengeOf("dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"), Is.EqualTo("E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM"));
}
