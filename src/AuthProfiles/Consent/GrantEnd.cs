using AuthProfiles.Acquisition;
using AuthProfiles.OAuth;
using AuthProfiles.Profiles;

namespace AuthProfiles.Consent;

/// <summary>Tells the provider of one profile that the grant of a connection has ended, as far as it can be told.</summary>
internal sealed class GrantEnd(CredentialSource source)
{
    /// <summary>Revokes the grant of a connection that is not, or no longer, stored. It never fails.</summary>
    /// <returns>True where it was revoked, false where it was not, null where there is none that could be.</returns>
    public async Task<bool?> RunAsync(Connection connection, CancellationToken cancellationToken) =>
        connection.Grant is null || source.Profile is not IGrantRevocation revocation
            ? null
            : await RevocationAttempt.RunAsync(source.Clock, async limit => await revocation.RevokeAsync(ConnectionDraft.Of(source, connection).Request, limit).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
}
