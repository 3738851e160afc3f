using AuthProfiles.Profiles;

namespace AuthProfiles.Acquisition;

/// <summary>Asks the profile for a credential, and makes of its answer what the source holds.</summary>
internal sealed class CredentialMaker(IAuthorizationProfile profile, SourceEnvironment environment, RenewalRules rules)
{
    private readonly CredentialLog _log = new(environment.Logger, profile.Definition.Name);

    /// <summary>Gets a value indicating whether the profile needs no input or output.</summary>
    public bool AnswersAtOnce => profile.Definition.Traits.AnswersAtOnce;

    public CredentialRequest RequestFor(ConnectionTarget target, bool isRenewal, HeldCredential? refused) =>
        new(profile.Definition, target.Values, environment.TokenClient, environment.Clock, isRenewal) { Refused = refused?.Credential, Metadata = environment.Metadata };

    /// <summary>Asks the profile.</summary>
    /// <exception cref="AuthorizationException">It has no credential.</exception>
    public async ValueTask<Acquired> AskAsync(CredentialEntry entry, CredentialRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await profile.AcquireAsync(request, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            Tell(entry, request);
        }
    }

    /// <summary>Asks a profile that says it answers at once.</summary>
    /// <exception cref="AuthorizationException">It has no credential, or does not answer at once.</exception>
    public Acquired Ask(CredentialEntry entry, CredentialRequest request)
    {
        try
        {
            var acquiring = profile.AcquireAsync(request, CancellationToken.None);
#pragma warning disable CA1849 // It is completed: there is nothing to wait for.
            return acquiring.IsCompleted
                ? acquiring.Result
                : throw profile.Definition.Failure(entry.Name, AuthorizationErrorKind.Configuration, "the profile says that it answers at once and does not");
#pragma warning restore CA1849
        }
        catch (Exception error) when (error is not AuthorizationException)
        {
            throw profile.Definition.Failed(entry.Name, error);
        }
        finally
        {
            Tell(entry, request);
        }
    }

    /// <summary>Holds a credential that has just arrived.</summary>
    public HeldCredential Hold(Credential credential, ConnectionTarget target, CredentialRequest request, HeldCredential? refused)
    {
        _log.Acquired(target.Values.Name, credential);
        return new(credential, target, environment.Clock, rules.CountRefusals(refused), request.Began.SetBack(environment.Clock));
    }

    private void Tell(CredentialEntry entry, CredentialRequest request)
    {
        foreach (var warning in request.Notes.Warnings)
        {
            environment.Warned?.Invoke(warning);
            if (entry.IsFirst(warning))
            {
                _log.Warned(entry.Name, warning);
            }
        }
    }
}
