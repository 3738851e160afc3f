using AuthProfiles.Diagnostics;
using AuthProfiles.OAuth;

namespace AuthProfiles.Consent;

/// <summary>Takes what comes to callbacks, where anybody can send anything, and finds the consent that it belongs to.</summary>
internal sealed class CallbackDesk(IAuthorizationStateStore states, TimeProvider clock)
{
    /// <summary>Takes the consent of a callback. Nobody else ever gets it, whatever becomes of this one.</summary>
    /// <param name="callback">The address that the owner came back by.</param>
    /// <param name="tenant">The tenant of who came.</param>
    /// <param name="user">The user who came.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AuthorizationException">It belongs to no consent that waits for this person.</exception>
    public async ValueTask<TakenCallback> TakeAsync(Uri callback, string? tenant, string? user, CancellationToken cancellationToken)
    {
        // On some systems a path alone is the address of a file.
        if (!callback.IsAbsoluteUri || callback.IsFile)
        {
            throw Refused("it is a part of an address", cure: "Give the whole address that the owner came back by, with scheme and host");
        }

        var parameters = CallbackParameters.Read(callback) ?? throw Refused("it is too long, or has a parameter twice");
        var state = parameters["state"] ?? throw Refused("it has no state");
        var kept = await states.TakeAsync(state, cancellationToken).ConfigureAwait(false);

        // A store may compare in its own way, such as without case.
        if (kept is null || !ConstantTime.AreEqual(kept.State.Reveal(), state))
        {
            throw Refused("no consent waits for it: it was never begun here, or more than ten minutes ago, or it has come before");
        }

        if (!string.Equals(kept.Key.Tenant, tenant, StringComparison.Ordinal) || !string.Equals(kept.Key.User, user, StringComparison.Ordinal))
        {
            throw Refused("its consent was begun by somebody else", kept.Key.Profile);
        }

        if (kept.IsUsed)
        {
            throw new AuthorizationException(
                AuthorizationErrorKind.CallbackUsed,
                kept.Key.Profile,
                $"{kept.Key}: the callback has come before, and nothing was done a second time. Look whether the connection is there, or begin again.")
            {
                Tenant = tenant,
                User = user,
            };
        }

        if (kept.ExpiresAt <= clock.GetUtcNow())
        {
            throw Refused("its consent was begun too long ago", kept.Key.Profile);
        }

        return RedirectAddress.IsOf(kept.RedirectUri, callback) ? new(kept, parameters) : throw Refused("it has come to another address than the one that its consent was begun with", kept.Key.Profile);
    }

    private static AuthorizationException Refused(string why, string profile = "", string cure = "Begin again: connections.StartAsync") => new(
        AuthorizationErrorKind.CallbackRefused,
        profile,
        $"{(profile.Length == 0 ? "The" : $"Profile '{Printable.Escape(profile)}': the")} callback is refused: {why}. Nothing was redeemed. {cure}.");
}
