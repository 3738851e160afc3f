namespace AuthProfiles.OAuth;

/// <summary>The issuer that is asked, for its metadata or for an authorization.</summary>
/// <param name="Issuer">The issuer, exactly as it writes itself.</param>
/// <param name="IssuerTemplate">An issuer with <c>{tenantid}</c> in it that may be named in place of the one asked, or null.</param>
internal sealed record MetadataQuery(string Issuer, string? IssuerTemplate = null)
{
    private const string Placeholder = "{tenantid}";

    /// <summary>Says whether the metadata may name this issuer: the one asked, character by character (RFC 8414, section 3.3), or one of the template.</summary>
    /// <remarks>
    /// Entra names every issuer by its tenant's id: asked as <c>common</c> it answers with the placeholder itself, asked by a domain with the id.
    /// One that is asked by an id is held to it.
    /// </remarks>
    public bool Takes(string issuer) =>
        string.Equals(issuer, Issuer, StringComparison.Ordinal)
        || (IssuerTemplate is not null && !IsOfTemplate(Issuer) && (string.Equals(issuer, IssuerTemplate, StringComparison.Ordinal) || IsOfTemplate(issuer)));

    /// <summary>Says whether a callback or an ID token of this issuer comes from the one asked. A placeholder is nobody's name.</summary>
    public bool Gives(string issuer) => !issuer.Contains(Placeholder, StringComparison.Ordinal) && Takes(issuer);

    private bool IsOfTemplate(string issuer)
    {
        var at = IssuerTemplate!.IndexOf(Placeholder, StringComparison.Ordinal);
        if (at < 0)
        {
            return false;
        }

        var (before, behind) = (IssuerTemplate[..at], IssuerTemplate[(at + Placeholder.Length)..]);
        return issuer.Length > before.Length + behind.Length
            && issuer.StartsWith(before, StringComparison.Ordinal)
            && issuer.EndsWith(behind, StringComparison.Ordinal)
            && Templates.GuidText.IsGuid(issuer.AsSpan(before.Length..^behind.Length));
    }
}
