using System.Diagnostics;
using AuthProfiles.Testing.Authorization;

namespace AuthProfiles.Testing;

/// <summary>A client as it is registered at the local authorization server.</summary>
/// <remarks>Immutable and thread-safe. With neither secret nor key it is public: it says its id, and may not use client credentials.</remarks>
[DebuggerDisplay("{Id}")]
public sealed class LocalClient
{
    private readonly string? _publicKey;

    /// <summary>Initializes a new instance of the <see cref="LocalClient"/> class.</summary>
    /// <param name="id">The client's id.</param>
    public LocalClient(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        Id = id;
    }

    /// <summary>Gets the client's id.</summary>
    public string Id { get; }

    /// <summary>Gets the client's secret.</summary>
    /// <value>The default is null: it has none.</value>
    public SecretValue? Secret { get; init; }

    /// <summary>Gets the public half of the key that signs for the client, RSA or elliptic curve, as PEM (<c>BEGIN PUBLIC KEY</c>).</summary>
    /// <value>The default is null: it has none.</value>
    /// <exception cref="ArgumentException">The text is no such key.</exception>
    public string? PublicKey
    {
        get => _publicKey;
        init => _publicKey = value is null || PublicKeyPem.IsValid(value) ? value : throw new ArgumentException(PublicKeyPem.Expected, nameof(value));
    }

    /// <summary>Gets the one way in which the client says who it is.</summary>
    /// <value>The default is null: any way that its secret or its key allows. Of <see cref="ClientAuthentication.Certificate"/> the id alone is checked.</value>
    public ClientAuthentication? Authentication { get; init; }

    /// <summary>Gets where the client is known: endpoints whose address has this as a label of the host or a segment of the path.</summary>
    /// <value>The default is null: everywhere.</value>
    public string? Tenant { get; init; }

    /// <summary>Gets the scopes that the client may ask for.</summary>
    /// <value>The default is null: any.</value>
    public IReadOnlyCollection<string>? AllowedScopes { get; init; }

    /// <summary>Gets the callback addresses of the client; they are compared character by character, but for the port of a loopback address (RFC 8252, section 7.3).</summary>
    /// <value>Empty by default: https addresses, http ones of loopback and private schemes are allowed.</value>
    public IReadOnlyCollection<string> RedirectUris { get; init; } = [];

    internal bool IsPublic => Secret is null && PublicKey is null && Authentication is not ClientAuthentication.Certificate;

    internal bool IsSame(LocalClient other) =>
        string.Equals(Id, other.Id, StringComparison.Ordinal) && string.Equals(Tenant, other.Tenant, StringComparison.OrdinalIgnoreCase);

    internal bool IsAt(Uri endpoint) =>
        Tenant is null || endpoint.Host.Split('.').Concat(endpoint.AbsolutePath.Split('/')).Contains(Tenant, StringComparer.OrdinalIgnoreCase);
}
