namespace AuthProfiles;

/// <summary>Keeps consents that have begun until their owners come back.</summary>
/// <remarks>
/// An application that runs on several nodes needs one that all of them share. Implementations are thread-safe and bounded, and
/// keep what they are given encrypted where it leaves the process. A failure is thrown as an <see cref="AuthorizationException"/>
/// of kind <see cref="AuthorizationErrorKind.StoreFailure"/>; it never looks like an absent consent.
/// </remarks>
public interface IAuthorizationStateStore
{
    /// <summary>Keeps a consent until it expires. Find it again by a hash of its state, not by the state itself.</summary>
    /// <param name="pending">The consent.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>When it is kept.</returns>
    ValueTask SaveAsync(PendingAuthorization pending, CancellationToken cancellationToken = default);

    /// <summary>Takes a consent, so that one caller gets it and no other ever does, whatever happens at the same time.</summary>
    /// <param name="state">The state that came to the callback. Anybody may have sent it.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>
    /// To the first caller, the consent. To later ones, until it expires, the same without verifier, nonce and inputs and with
    /// <see cref="PendingAuthorization.IsUsed"/>. Null where there is none.
    /// </returns>
    ValueTask<PendingAuthorization?> TakeAsync(SecretValue state, CancellationToken cancellationToken = default);
}
