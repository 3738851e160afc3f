using System.Globalization;
using System.Text;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>Lists the forms in which a secret may stand in a text.</summary>
internal static class SecretForms
{
    private const int Half = 12;

    public static IEnumerable<(string Form, string Text)> Of(string core)
    {
        var bytes = Encoding.UTF8.GetBytes(core);
        yield return ("raw", core);
        yield return ("beginning", core[..Math.Min(Half, core.Length)]);
        yield return ("end", core[^Math.Min(Half, core.Length)..]);
        yield return ("percent-encoded", Each(bytes, "%{0:X2}"));
        yield return ("percent-encoded in lower case", Each(bytes, "%{0:x2}"));
        yield return ("JSON-escaped", Each(bytes, "\\u{0:x4}"));
        yield return ("JSON-escaped in upper case", Each(bytes, "\\u{0:X4}"));
        yield return ("hex", Convert.ToHexStringLower(bytes));
        yield return ("hex in upper case", Convert.ToHexString(bytes));
        yield return ("hex with separators", BitConverter.ToString(bytes));
        for (var before = 0; before < 3; before++)
        {
            var inner = Base64(bytes, before);
            yield return ($"base64 at {before}", inner);
            if (inner.AsSpan().ContainsAny('+', '/'))
            {
                yield return ($"base64url at {before}", inner.Replace('+', '-').Replace('/', '_'));
            }
        }
    }

    /// <summary>Lists what a careless program may write for a secret, one for each form that is looked for.</summary>
    public static IEnumerable<(string Form, string Text)> Written(string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        yield return ("raw", secret);
        yield return ("beginning", secret[..16] + "…");
        yield return ("percent-encoded where needed", Uri.EscapeDataString(secret));
        yield return ("percent-encoded", Each(bytes, "%{0:X2}"));
        yield return ("percent-encoded in lower case", Each(bytes, "%{0:x2}"));
        yield return ("JSON-escaped where needed", System.Text.Json.JsonSerializer.Serialize(secret));
        yield return ("JSON-escaped", Each(bytes, "\\u{0:x4}"));
        yield return ("JSON-escaped in upper case", Each(bytes, "\\u{0:X4}"));
        yield return ("hex", Convert.ToHexStringLower(bytes));
        yield return ("hex in upper case", Convert.ToHexString(bytes));
        yield return ("hex with separators", BitConverter.ToString(bytes));
        foreach (var before in new[] { "", "u", "u:", "ab:" })
        {
            var text = Convert.ToBase64String([.. Encoding.UTF8.GetBytes(before), .. bytes]);
            yield return ($"base64 after '{before}'", text);
            yield return ($"base64url after '{before}'", text.Replace('+', '-').Replace('/', '_').TrimEnd('='));
        }
    }

    /// <summary>What of a secret's base64 depends on the secret alone, where so many bytes modulo 3 stand before it.</summary>
    private static string Base64(byte[] secret, int before)
    {
        var text = Convert.ToBase64String([.. new byte[before], .. secret]);
        var end = (before + secret.Length) * 8 / 6;
        return text[(before == 0 ? 0 : before + 1)..end];
    }

    private static string Each(byte[] bytes, string format) =>
        string.Concat(bytes.Select(one => string.Format(CultureInfo.InvariantCulture, format, one)));
}
