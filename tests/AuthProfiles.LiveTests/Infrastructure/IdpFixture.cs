using System.Text.Json;

namespace AuthProfiles.LiveTests.Infrastructure;

/// <summary>What the authorization server tells tests about itself.</summary>
/// <param name="Issuer">Its name.</param>
/// <param name="Clients">Its clients, with their secrets.</param>
/// <param name="PrivateKeyJwt">The private key (a JWK) of the client that proves itself by one.</param>
internal sealed record IdpFixture(string Issuer, IReadOnlyList<IdpClient> Clients, JsonElement PrivateKeyJwt)
{
    public IdpClient this[string id] => Clients.Single(client => string.Equals(client.Id, id, StringComparison.Ordinal));
}
