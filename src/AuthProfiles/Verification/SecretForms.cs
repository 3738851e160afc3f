using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using AuthProfiles.OAuth;

namespace AuthProfiles.Verification;

/// <summary>Lists the ways in which a secret can stand in an address, a header or a body.</summary>
internal static class SecretForms
{
    public static IEnumerable<string> Of(string secret) =>
    [
        secret,
        Uri.EscapeDataString(secret),
        FormText.Encode(secret),
        JavaScriptEncoder.Default.Encode(secret),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret),
        JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(secret).Replace("/", "\\/", StringComparison.Ordinal),
        WebUtility.HtmlEncode(secret),
        Convert.ToHexString(Encoding.UTF8.GetBytes(secret)),
        .. Base64(Encoding.UTF8.GetBytes(secret)),
        .. Base64(Encoding.UTF8.GetBytes(FormText.Encode(secret))),
    ];

    // By itself and inside of a longer text, such as the id and secret of a Basic header: what three bytes make depends on where they begin.
    private static IEnumerable<string> Base64(byte[] secret)
    {
        yield return Convert.ToBase64String(secret);
        for (var before = 0; before < 3; before++)
        {
            var length = before + secret.Length;
            var text = Convert.ToBase64String([.. new byte[before], .. secret]);
            var inner = text[(before == 0 ? 0 : before + 1)..(length * 8 / 6)];
            if (inner.Length >= 4)
            {
                yield return inner;
                yield return inner.Replace('+', '-').Replace('/', '_');
            }
        }
    }
}
