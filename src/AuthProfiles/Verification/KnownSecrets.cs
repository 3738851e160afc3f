using System.Text;

namespace AuthProfiles.Verification;

/// <summary>Finds secrets that are known, in any of their forms.</summary>
internal sealed class KnownSecrets
{
    public const string Mark = "[redacted]";

    private readonly string[] _forms;

    public KnownSecrets(IEnumerable<string> secrets)
    {
        // The longest first, or a secret that begins like another would leave the other's end.
        _forms = [.. secrets.Where(static secret => secret.Length > 0).SelectMany(SecretForms.Of).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(static form => form.Length)];
    }

    public bool AreIn(string text) => Array.Exists(_forms, form => text.Contains(form, StringComparison.OrdinalIgnoreCase));

    /// <summary>Replaces every secret, in one pass: a mark is never looked at again.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isCut">Whether there was more of it: then the beginning of a secret at its end is replaced too.</param>
    public string Redact(string text, bool isCut = false)
    {
        var result = new StringBuilder(text.Length);
        for (var at = 0; at < text.Length;)
        {
            var length = LengthAt(text.AsSpan(at), isCut);
            if (length == 0)
            {
                result.Append(text[at++]);
            }
            else
            {
                result.Append(Mark);
                at += length;
            }
        }

        return result.ToString();
    }

    private int LengthAt(ReadOnlySpan<char> text, bool isCut)
    {
        foreach (var form in _forms)
        {
            if (text.StartsWith(form, StringComparison.OrdinalIgnoreCase))
            {
                return form.Length;
            }

            if (isCut && text.Length < form.Length && form.AsSpan().StartsWith(text, StringComparison.OrdinalIgnoreCase))
            {
                return text.Length;
            }
        }

        return 0;
    }
}
