namespace AuthProfiles.Acquisition;

/// <summary>Decides for one caller between the credential in use, the acquisition under way and a new one.</summary>
internal sealed class Renewal(Flights flights, ConnectionFinder finder, CredentialMaker maker, RenewalRules rules, TimeProvider clock)
{
    /// <summary>Returns a good credential.</summary>
    /// <exception cref="AuthorizationException">There is none to be had.</exception>
    public ValueTask<HeldCredential> AcquireAsync(CredentialEntry entry, CancellationToken cancellationToken)
    {
        Task<HeldCredential> flight;
        lock (entry.Gate)
        {
            var failure = rules.HeldBack(entry);
            if (Serve(entry, failure) is { } held)
            {
                return new(held);
            }

            if (failure is not null)
            {
                // Every caller gets an exception of its own: a shared one would collect the stacks of all of them.
                return ValueTask.FromException<HeldCredential>(failure.Error.Again(rules.WaitFor(failure)));
            }

            flight = flights.JoinAsync(entry, refused: null);
        }

        return flights.WaitAsync(flight, cancellationToken);
    }

    /// <summary>Returns the credential in use, for a caller who can't wait, or null where none lives. What is due begins all the same.</summary>
    public HeldCredential? AcquireInUse(CredentialEntry entry)
    {
        lock (entry.Gate)
        {
            return Serve(entry, rules.HeldBack(entry));
        }
    }

    /// <summary>Returns another credential than the refused one, or null where none is to be had now.</summary>
    /// <exception cref="AuthorizationException">The renewal failed.</exception>
    public async ValueTask<HeldCredential?> RenewAsync(CredentialEntry entry, HeldCredential refused, CancellationToken cancellationToken)
    {
        Task<HeldCredential> flight;
        lock (entry.Gate)
        {
            // A late refusal: somebody has renewed it already.
            if (entry.Held is { } held && !ReferenceEquals(held, refused))
            {
                return rules.IsAlive(held) ? held : null;
            }

            if (rules.IsFutile(refused) || rules.HeldBack(entry) is not null)
            {
                return null;
            }

            // What stands in no settings may be another in the store by now, and that is read without holding the gate.
            if (maker.AnswersAtOnce && finder.AimAtOnce(entry.Name, refused.Target.Grant) is { } given)
            {
                return AcquireAtOnce(entry, given, refused);
            }

            flight = flights.JoinAsync(entry, refused);
        }

        return await flights.WaitAsync(flight, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Returns the credential of a profile that answers at once.</summary>
    /// <exception cref="AuthorizationException">There is none to be had.</exception>
    public HeldCredential AcquireAtOnce(CredentialEntry entry, ConnectionTarget target, HeldCredential? refused = null)
    {
        var request = maker.RequestFor(target, isRenewal: refused is not null, refused);
        Acquired acquired;
        try
        {
            acquired = maker.Ask(entry, request);
        }
        catch (AuthorizationException)
        {
            // What was read from the store may be mended there by another process: it is read again at the next use.
            entry.Target = null;
            throw;
        }

        entry.Target = target;
        return entry.Held = maker.Hold(acquired.Credential, target, request, refused);
    }

    // Under the entry's gate.
    private HeldCredential? Serve(CredentialEntry entry, AcquisitionFailure? failure)
    {
        var held = entry.Held;
        if (held is not null && held.IsGood(clock))
        {
            return held;
        }

        if (rules.IsAlive(held))
        {
            // Soft expiry: the old credential serves while the new one is on its way, or while a failure holds it back.
            if (failure is null)
            {
                _ = flights.JoinAsync(entry, refused: null);
            }

            return held;
        }

        return null;
    }
}
