using AuthProfiles.Templates;

namespace AuthProfiles.OAuth;

/// <summary>The addresses in a metadata document. Codes, secrets and users are sent to them, so one that is not fit spoils the document.</summary>
internal sealed class MetadataEndpoints
{
    private readonly MetadataMembers _members;
    private readonly Uri _issuer;

    public MetadataEndpoints(MetadataMembers members, Uri issuer)
    {
        (_members, _issuer) = (members, issuer);
        Token = Read(MetadataMembers.TokenEndpoint);
        Authorization = Read(MetadataMembers.AuthorizationEndpoint);
        Revocation = Read(MetadataMembers.RevocationEndpoint);
        DeviceAuthorization = Read(MetadataMembers.DeviceAuthorizationEndpoint);
    }

    public Uri? Token { get; }

    public Uri? Authorization { get; }

    public Uri? Revocation { get; }

    public Uri? DeviceAuthorization { get; }

    /// <summary>Gets what is wrong with an address, as the end of a sentence, or null.</summary>
    public string? Fault { get; private set; }

    private Uri? Read(string member)
    {
        // Many servers write null or "" for what they leave out.
        if (_members.Text(member) is not { Length: > 0 } text)
        {
            return null;
        }

        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && IsFit(address, text))
        {
            return address;
        }

        Fault ??= $"have a '{member}' that nothing may be sent to: it must be https, without user and fragment, and a host with a name unless the issuer has none";
        return null;
    }

    private bool IsFit(Uri address, string text) =>
        Origin.TryCreate(address, out var origin) && origin.IsSecure
        && address.UserInfo.Length == 0
        && !text.Contains('#', StringComparison.Ordinal)
        && IsPublicAsIssuer(address, origin);

    // A document from the network leads to no address of this machine or of the network around it that the issuer itself does not have.
    private bool IsPublicAsIssuer(Uri address, Origin origin) =>
        origin.IsLoopback
            ? Loopback.Contains(_issuer.IdnHost)
            : address.HostNameType is not (UriHostNameType.IPv4 or UriHostNameType.IPv6) || string.Equals(address.IdnHost, _issuer.IdnHost, StringComparison.Ordinal);
}
