using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Diagnostics;
using AuthProfiles.Profiles;

namespace AuthProfiles.Consent;

/// <summary>Ends connections of one profile.</summary>
internal sealed class Disconnection(CredentialSource source)
{
    private const string StillLives = "was not revoked by the provider, and lives until it expires";

    private static readonly TimeSpan RevocationLimit = TimeSpan.FromSeconds(10);

    /// <summary>Deletes a connection, then tells the provider as far as it can be told: here it has ended either way.</summary>
    /// <returns>True where there was a connection.</returns>
    /// <exception cref="AuthorizationException">The store failed.</exception>
    public async Task<bool> RunAsync(ConnectionName name, CancellationToken cancellationToken)
    {
        if (await new ConnectionEditor(source).DeleteAsync(name, cancellationToken).ConfigureAwait(false) is not { } connection)
        {
            return false;
        }

        var outcome = await RevokeAsync(connection, cancellationToken).ConfigureAwait(false);
        source.Environment.Logger.ConnectionDeleted(Printable.Escape(source.Profile.Definition.Name), Printable.Escape(name.Tenant), outcome);
        return true;
    }

    private async Task<string> RevokeAsync(Connection connection, CancellationToken cancellationToken)
    {
        if (connection.Grant is null || source.Profile is not IGrantRevocation revocation)
        {
            return "is none that a provider could revoke";
        }

        using var limit = new CancellationTokenSource(RevocationLimit, source.Clock);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            var isRevoked = await revocation.RevokeAsync(ConnectionDraft.Of(source, connection).Request, both.Token).ConfigureAwait(false);
            return isRevoked ? "was revoked" : StillLives;
        }
        catch (Exception error) when (error is AuthorizationException or OperationCanceledException)
        {
            return StillLives;
        }
    }
}
