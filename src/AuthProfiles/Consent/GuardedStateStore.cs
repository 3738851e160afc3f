using AuthProfiles.Acquisition;

namespace AuthProfiles.Consent;

/// <summary>The store of consents that have begun. Whatever it throws becomes a typed error, and never looks like an absent consent.</summary>
internal sealed class GuardedStateStore(IAuthorizationStateStore store) : IAuthorizationStateStore
{
    /// <inheritdoc/>
    /// <exception cref="AuthorizationException">The store failed; the consent may have been kept.</exception>
    public async ValueTask SaveAsync(PendingAuthorization pending, CancellationToken cancellationToken = default) =>
        await StoreCall.GuardAsync(() => SaveInnerAsync(pending, cancellationToken), error => Failed(error, pending.Key), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    /// <exception cref="AuthorizationException">The store failed; the consent may have been taken.</exception>
    public ValueTask<PendingAuthorization?> TakeAsync(SecretValue state, CancellationToken cancellationToken = default) =>
        StoreCall.GuardAsync(() => store.TakeAsync(state, cancellationToken), static error => Failed(error), cancellationToken);

    private async ValueTask<bool> SaveInnerAsync(PendingAuthorization pending, CancellationToken cancellationToken)
    {
        await store.SaveAsync(pending, cancellationToken).ConfigureAwait(false);
        return true;
    }

    private static AuthorizationException Failed(Exception error, ConnectionKey? key = null) => new(
        AuthorizationErrorKind.StoreFailure,
        key?.Profile ?? string.Empty,
        $"{(key is null ? "The callback" : key.ToString())}: the store of consents that have begun failed with {error.GetType().Name}. Nothing was redeemed. Begin again: connections.StartAsync.")
    {
        Tenant = key?.Tenant,
        User = key?.User,
        IsTransient = true,
    };
}
