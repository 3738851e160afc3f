using AuthProfiles.Acquisition;
using AuthProfiles.OAuth;
using AuthProfiles.Profiles;

namespace AuthProfiles.Consent;

/// <summary>Tells the provider of one profile that the grant of a connection has ended, as far as it can be told.</summary>
internal sealed class GrantEnd(CredentialSource source)
{
    /// <summary>Revokes the grant of a connection that another one has replaced, if that came from other inputs. It never fails.</summary>
    /// <remarks>Of the same inputs it may be the same authorization at the provider, which would end with it.</remarks>
    public async Task ReplaceAsync(Connection? before, Connection now)
    {
        if (before is not null && !HaveSameInputs(before, now))
        {
            await RunAsync(before, CancellationToken.None).ConfigureAwait(false);
        }
    }

    /// <summary>Says whether two connections gave the same.</summary>
    public static bool HaveSameInputs(Connection left, Connection right) =>
        left.Inputs.Count == right.Inputs.Count && left.Inputs.All(input => right.Inputs.TryGetValue(input.Key, out var value) && value.Equals(input.Value));

    /// <summary>Revokes the grant of a connection that is not, or no longer, stored. It never fails.</summary>
    /// <returns>True where it was revoked, false where it was not, null where there is none that could be.</returns>
    public async Task<bool?> RunAsync(Connection connection, CancellationToken cancellationToken) =>
        connection.Grant is null || IGrantRevocation.Of(source.Profile) is not { } revocation
            ? null
            : await RevocationAttempt.RunAsync(source.Clock, async limit => await revocation.RevokeAsync((await ConnectionDraft.OfAsync(source, connection, limit).ConfigureAwait(false)).Request, limit).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
}
