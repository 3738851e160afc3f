using System.Security.Cryptography;

namespace AuthProfiles.OAuth;

/// <summary>Reads a private key from a JSON Web Key (RFC 7517; RFC 7518, section 6): RSA, or EC with P-256, P-384 or P-521.</summary>
internal static class JwkPrivateKey
{
    /// <summary>Says whether a text is meant as a JSON Web Key.</summary>
    public static bool Is(string text) => text.AsSpan().TrimStart().StartsWith("{", StringComparison.Ordinal);

    /// <summary>Reads the key.</summary>
    /// <exception cref="FormatException">It is no private key that can be used. The message has nothing of the text.</exception>
    public static PrivateKey Read(string text)
    {
        var jwk = JwkMembers.Read(text);
        if (jwk.Find("use") is not (null or "sig"))
        {
            throw new FormatException("its JSON Web Key is not for signatures ('use' is not 'sig')");
        }

        var key = jwk.Find("kty") switch
        {
            "RSA" => ReadRsa(jwk),
            "EC" => ReadEc(jwk),
            _ => throw new FormatException("its JSON Web Key is of a kind ('kty') other than RSA and EC; give one key, not a set of them"),
        };
        return (key ?? throw new FormatException("the members of its JSON Web Key do not fit each other")) with
        {
            Id = jwk.Find("kid"),
            Algorithm = jwk.Find("alg"),
            CertificateThumbprint = jwk.Find("x5t#S256"),
        };
    }

    private static PrivateKey? ReadRsa(JwkMembers jwk)
    {
        // Numbers come without leading zeros; the platform wants each as long as the modulus, or half of it.
        var modulus = jwk.Bytes("n");
        var half = (modulus.Length + 1) / 2;
        var parameters = new RSAParameters
        {
            Modulus = modulus,
            Exponent = jwk.Bytes("e"),
            D = jwk.Bytes("d", modulus.Length),
            P = jwk.Bytes("p", half),
            Q = jwk.Bytes("q", half),
            DP = jwk.Bytes("dp", half),
            DQ = jwk.Bytes("dq", half),
            InverseQ = jwk.Bytes("qi", half),
        };
        return PrivateKey.TryImport(RSA.Create, rsa => rsa.ImportParameters(parameters));
    }

    private static PrivateKey? ReadEc(JwkMembers jwk)
    {
        var (curve, size) = jwk.Find("crv") switch
        {
            "P-256" => (ECCurve.NamedCurves.nistP256, 32),
            "P-384" => (ECCurve.NamedCurves.nistP384, 48),
            "P-521" => (ECCurve.NamedCurves.nistP521, 66),
            _ => throw new FormatException("its JSON Web Key is of a curve ('crv') other than P-256, P-384 and P-521"),
        };
        var parameters = new ECParameters
        {
            Curve = curve,
            Q = new() { X = jwk.Bytes("x", size), Y = jwk.Bytes("y", size) },
            D = jwk.Bytes("d", size),
        };
        return PrivateKey.TryImport(ECDsa.Create, ec => ec.ImportParameters(parameters));
    }
}
