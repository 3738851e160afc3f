using System.Security.Cryptography;
using System.Text;
using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

public sealed class SignerTests
{
    private static readonly byte[] Data = Encoding.ASCII.GetBytes("signed");

    [Test]
    public void RS256_makes_the_signature_of_the_RFCs_example() =>
        Assert.That(Key(RfcKeys.Rsa).Sign(Encoding.ASCII.GetBytes(RfcKeys.SignedByRsa)), Is.EqualTo(Jwt.Bytes(RfcKeys.RsaSignature)));

    [TestCase("RS256", "SHA256", false)]
    [TestCase("RS384", "SHA384", false)]
    [TestCase("RS512", "SHA512", false)]
    [TestCase("PS256", "SHA256", true)]
    [TestCase("PS384", "SHA384", true)]
    [TestCase("PS512", "SHA512", true)]
    public void The_public_half_of_an_RSA_key_verifies_what_it_signed(string algorithm, string hash, bool isPss)
    {
        using var publicKey = RfcKeys.RsaPublic();

        var signature = Key(RfcKeys.Rsa, algorithm).Sign(Data);

        Assert.That(publicKey.VerifyData(Data, signature, new(hash), isPss ? RSASignaturePadding.Pss : RSASignaturePadding.Pkcs1), Is.True);
        Assert.That(publicKey.VerifyData(Data, signature, new(hash), isPss ? RSASignaturePadding.Pkcs1 : RSASignaturePadding.Pss), Is.False);
    }

    [Test]
    public void The_public_half_of_the_RFCs_EC_key_verifies_what_it_signed()
    {
        using var publicKey = RfcKeys.EcPublic();
        var key = Key(RfcKeys.Ec);

        Assert.That(key.Algorithm, Is.EqualTo("ES256"));
        Assert.That(publicKey.VerifyData(Data, key.Sign(Data), HashAlgorithmName.SHA256), Is.True);
    }

    [TestCase("nistP256", "ES256", "SHA256", 64)]
    [TestCase("nistP384", "ES384", "SHA384", 96)]
    [TestCase("nistP521", "ES512", "SHA512", 132)]
    public void A_curve_has_its_algorithm_and_a_signature_of_fixed_length(string curve, string algorithm, string hash, int length)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));

        var signing = Key(key.ExportPkcs8PrivateKeyPem());
        var signature = signing.Sign(Data);

        Assert.That(signing.Algorithm, Is.EqualTo(algorithm));
        Assert.That(signature, Has.Length.EqualTo(length), "RFC 7518, section 3.4: R and S, not a DER sequence of them");
        Assert.That(key.VerifyData(Data, signature, new(hash)), Is.True);
    }

    [TestCase("secP256k1")]
    [TestCase("brainpoolP256r1")]
    public void Another_curve_of_as_many_bits_is_refused_by_the_names_of_those_that_are_taken(string curve)
    {
        using var key = ECDsa.Create(ECCurve.CreateFromFriendlyName(curve));

        Assert.That(() => new EcdsaSigner(key, null), Throws.TypeOf<FormatException>().With.Message.EqualTo("it is a key of a curve other than P-256, P-384 and P-521"));
    }

    [Test]
    public void A_curve_has_no_algorithm_but_its_own()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        Assert.That(() => new EcdsaSigner(key, "ES384"), Throws.TypeOf<FormatException>().With.Message.EqualTo("it is a key whose algorithm is ES256, and another one is set"));
        Assert.That(new EcdsaSigner(key, "ES256").Algorithm, Is.EqualTo("ES256"));
    }

    [Test]
    public void A_secret_signs_with_HMAC_SHA256_of_its_UTF8() =>
        Assert.That(new SecretSigner("sécret").Sign(Data), Is.EqualTo(HMACSHA256.HashData(Encoding.UTF8.GetBytes("sécret"), Data)));

    [TestCase(RfcKeys.Rsa)]
    [TestCase(RfcKeys.Ec)]
    public void One_key_signs_for_many_threads(string text)
    {
        var key = Key(text);
        using var rsa = RfcKeys.RsaPublic();
        using var ec = RfcKeys.EcPublic();

        var signatures = ParallelEnumerable.Range(0, 64).WithDegreeOfParallelism(8).Select(_ => key.Sign(Data)).ToArray();

        Assert.That(signatures.All(signature => key.Algorithm == "RS256"
            ? rsa.VerifyData(Data, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            : ec.VerifyData(Data, signature, HashAlgorithmName.SHA256)));
    }

    private static SigningKey Key(string text, string? algorithm = null)
    {
        Assert.That(new SigningKeyReader(null, algorithm).TryRead(text, out var key, out var fault), Is.True, fault);
        return key!;
    }
}
