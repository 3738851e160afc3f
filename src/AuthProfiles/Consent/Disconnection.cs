using AuthProfiles.Acquisition;
using AuthProfiles.Connections;

namespace AuthProfiles.Consent;

/// <summary>Ends connections of one profile.</summary>
internal sealed class Disconnection(CredentialSource source)
{
    /// <summary>Deletes a connection, then tells the provider as far as it can be told: here it has ended either way.</summary>
    /// <returns>True where there was a connection.</returns>
    /// <exception cref="AuthorizationException">The store failed.</exception>
    public async Task<bool> RunAsync(ConnectionName name, CancellationToken cancellationToken)
    {
        if (await new ConnectionEditor(source).DeleteAsync(name, cancellationToken).ConfigureAwait(false) is not { } connection)
        {
            return false;
        }

        var outcome = Describe(await new GrantEnd(source).RunAsync(connection, cancellationToken).ConfigureAwait(false));
        new ConsentLog(source.Environment.Logger, source.Profile.Definition.Name).Deleted(name, outcome);
        return true;
    }

    private static string Describe(bool? isRevoked) => isRevoked switch
    {
        null => "is none that a provider could revoke",
        true => "was revoked",
        false => "was not revoked by the provider, and lives until it expires",
    };
}
