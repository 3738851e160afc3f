using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Diagnostics;
using AuthProfiles.OAuth;
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
        var draft = ConnectionDraft.Of(source, new() { Key = kept.Key, Inputs = kept.Inputs });
        var flow = source.Profile.Consent as CodeFlow ?? throw ConsentStarter.NoConsent(_definition, new(kept.Key.Tenant, kept.Key.User));
        return CompleteAsync(draft.Connection, async limit => await flow.CompleteAsync(draft.Request, kept, parameters, limit).ConfigureAwait(false), kept.Context);
    }

    /// <summary>Makes a connection of what a consent brings.</summary>
    /// <exception cref="AuthorizationException">It brings nothing, or nothing that can be used.</exception>
    public async Task<CompletedAuthorization> CompleteAsync(Connection connection, Func<CancellationToken, Task<ConsentedGrant>> consent, string? context)
    {
        var name = new ConnectionName(connection.Key.Tenant, connection.Key.User);
        using var limit = new CancellationTokenSource(Limit, source.Clock);
        try
        {
            var consented = await consent(limit.Token).ConfigureAwait(false);
            var completed = await AcceptAsync(connection, consented, limit.Token).ConfigureAwait(false);
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
            throw _definition.Failure(name, AuthorizationErrorKind.Transient, $"the consent could not be completed within {Limit.TotalSeconds:0} seconds. Begin again", isTransient: true);
        }
    }

    // Only what was tried out is stored, so that an active connection works.
    private async Task<Connection> AcceptAsync(Connection connection, ConsentedGrant consented, CancellationToken cancellationToken)
    {
        var authorized = connection with { Grant = consented.Grant, State = ConnectionState.Active };
        try
        {
            var label = await new ConsentProbe(source, route).RunAsync(authorized, cancellationToken).ConfigureAwait(false);
            var labelled = authorized with { AccountLabel = AccountLabel.Clean(label ?? consented.AccountLabel) };
            await new ConnectionEditor(source).AdoptAsync(labelled, cancellationToken).ConfigureAwait(false);
            return labelled;
        }
        catch
        {
            // Nobody will have the grant, so that it must not live on at the provider. The limit may be over, and this has its own.
            await new GrantEnd(source).RunAsync(authorized, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private static string[] WarningsOf(ConsentedGrant consented) => consented.MissingScopes.IsEmpty
        ? []
        : [$"Fewer scopes were granted than asked for: {string.Join(", ", consented.MissingScopes.Select(Printable.Escape))} is missing. Calls that need it will be refused: ask its owner to authorize again with all of them, or ask for fewer."];
}
