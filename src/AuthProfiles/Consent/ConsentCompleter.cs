using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Diagnostics;
using AuthProfiles.OAuth;
using AuthProfiles.Profiles;
using AuthProfiles.Verification;

namespace AuthProfiles.Consent;

/// <summary>Completes the consents of one profile: what the provider gives becomes an active connection, or nothing.</summary>
/// <remarks>It takes no caller's token: a code serves once, so what was begun with it is ended, within a limit of its own.</remarks>
internal sealed class ConsentCompleter(CredentialSource source, Func<ProbeRoute> route)
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(60);

    private readonly ProfileDefinition _definition = source.Profile.Definition;
    private readonly ConsentLog _log = new(source.Environment.Logger, source.Profile.Definition.Name);

    /// <summary>Completes a consent that was given in a browser.</summary>
    /// <exception cref="AuthorizationException">It was not given, or what the provider gave can't be used.</exception>
    public Task<CompletedAuthorization> CompleteAsync(TakenCallback taken)
    {
        var (kept, parameters) = taken;
        var name = kept.Key.Name;
        var flow = source.Profile.Consent as CodeFlow ?? throw ConsentStarter.NoConsent(_definition, name);
        return CompleteAsync(name, RedeemAsync, kept.Context);

        async Task<(ConnectionDraft, ConsentedGrant?)> RedeemAsync(CancellationToken limit)
        {
            var draft = await ConnectionDraft.OfAsync(source, new() { Key = kept.Key, Inputs = kept.Inputs }, limit).ConfigureAwait(false);
            return (draft, await flow.CompleteAsync(draft.Request, kept, parameters, limit).ConfigureAwait(false));
        }
    }

    /// <summary>Completes a consent that was given on another device.</summary>
    /// <exception cref="AuthorizationException">What the provider gave can't be used.</exception>
    public Task<CompletedAuthorization> CompleteAsync(ConnectionDraft draft, ConsentedGrant consented) =>
        CompleteAsync(draft.Connection.Key.Name, _ => Task.FromResult<(ConnectionDraft, ConsentedGrant?)>((draft, consented)), context: null);

    /// <summary>Makes a connection of what its owner's authorization brings.</summary>
    /// <param name="name">Whose.</param>
    /// <param name="authorize">Ends the authorization: gives the draft that it was made with, and what it brought, if that is more than the draft's values.</param>
    /// <param name="context">The application's own word.</param>
    /// <exception cref="AuthorizationException">It brings nothing, or nothing that can be used.</exception>
    public async Task<CompletedAuthorization> CompleteAsync(ConnectionName name, Func<CancellationToken, Task<(ConnectionDraft Draft, ConsentedGrant? Consented)>> authorize, string? context)
    {
        using var limit = new CancellationTokenSource(Limit, source.Clock);
        try
        {
            var (draft, consented) = await authorize(limit.Token).ConfigureAwait(false);
            var completed = await AcceptAsync(draft, consented, limit.Token).ConfigureAwait(false);
            _log.Authorized(name);
            return new(completed, context, WarningsOf(consented));
        }
        catch (AuthorizationException error)
        {
            _log.Failed(name, error);
            throw;
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            var late = _definition.Failure(name, AuthorizationErrorKind.Transient, $"the consent could not be completed within {Limit.TotalSeconds:0} seconds. Begin again", isTransient: true);
            _log.Failed(name, late);
            throw late;
        }
    }

    // Only what was tried out is stored, so that an active connection works.
    private async Task<Connection> AcceptAsync(ConnectionDraft draft, ConsentedGrant? consented, CancellationToken cancellationToken)
    {
        var spent = consented is null ? [] : _definition.AdditionalFields.Where(static field => field.UsedOnce).Select(static field => field.Key);
        var authorized = draft.Connection with { Grant = consented?.Grant, App = draft.Request.App, Inputs = draft.Connection.Inputs.RemoveRange(spent) };
        try
        {
            var label = await new ConsentProbe(source, route).RunAsync(authorized, cancellationToken).ConfigureAwait(false);
            var labelled = authorized with { AccountLabel = AccountLabel.Clean(label ?? consented?.AccountLabel) };
            var (now, before) = await new ConnectionEditor(source).AdoptAsync(labelled, ConnectionEvent.Authorized, cancellationToken).ConfigureAwait(false);
            await new GrantEnd(source).ReplaceAsync(before, now).ConfigureAwait(false);
            return now;
        }
        catch
        {
            // Nobody will have the grant, so that it must not live on at the provider. The limit may be over, and this has its own.
            await new GrantEnd(source).RunAsync(authorized, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private static string[] WarningsOf(ConsentedGrant? consented) => consented is null || consented.MissingScopes.IsEmpty
        ? []
        : [$"Fewer scopes were granted than asked for: {string.Join(", ", consented.MissingScopes.Select(Printable.Escape))} is missing. Calls that need it will be refused: ask its owner to authorize again with all of them, or ask for fewer."];
}
