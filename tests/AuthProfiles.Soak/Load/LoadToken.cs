using System.Globalization;
using System.Runtime.InteropServices;

namespace AuthProfiles.Soak.Load;

/// <summary>An access token that tells whose it is and when it was issued: the servers need no memory of a million of them.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct LoadToken(int Key, long Issued)
{
    private const string Prefix = "Bearer at.";

    public string Text => string.Create(CultureInfo.InvariantCulture, $"at.{Key}.{Issued}");

    /// <summary>Makes a token that ended long ago.</summary>
    public static LoadToken Ended(LoadKey key) => new(key.Number, Issued: 1);

    /// <summary>Reads the value of an Authorization header.</summary>
    public static LoadToken? Parse(string header)
    {
        if (!header.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return null;
        }

        var text = header.AsSpan(Prefix.Length);
        return text.IndexOf('.') is > 0 and var dot
            && int.TryParse(text[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out var key)
            && long.TryParse(text[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out var issued)
                ? new(key, issued)
                : null;
    }
}
