namespace AuthProfiles.Templates;

/// <summary>Lengths in UTF-16 characters, as <see cref="string.Length"/> counts them.</summary>
internal static class TemplateLimits
{
    /// <summary>The longest address, as a template and expanded, and so the longest value in one.</summary>
    public const int Url = 3000;

    /// <summary>The longest authorization field or token parameter, and so the longest value in one: above the tokens and assertions in use, below what hurts.</summary>
    public const int Value = 32 * 1024;

    /// <summary>The longest host name (RFC 1035, section 2.3.4, as text).</summary>
    public const int Host = 253;
}
