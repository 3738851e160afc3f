using System.Collections.Frozen;

namespace AuthProfiles.Testing.Authorization;

internal sealed class LocalOAuthClient(string id, SecretValue secret, string? tenant, IReadOnlySet<string>? allowedScopes)
{
    public IReadOnlySet<string>? AllowedScopes { get; } = allowedScopes?.ToFrozenSet(StringComparer.Ordinal);

    private string Id { get; } = id;

    private string? Tenant { get; } = tenant;

    public bool IsSame(LocalOAuthClient other) =>
        string.Equals(Id, other.Id, StringComparison.Ordinal) && string.Equals(Tenant, other.Tenant, StringComparison.OrdinalIgnoreCase);

    public bool Matches(ClientCredentials credentials, Uri endpoint) =>
        string.Equals(Id, credentials.Id, StringComparison.Ordinal)
        && string.Equals(secret.Reveal(), credentials.Secret, StringComparison.Ordinal)
        && (Tenant is null || endpoint.Host.Split('.').Concat(endpoint.AbsolutePath.Split('/')).Contains(Tenant, StringComparer.OrdinalIgnoreCase));
}
