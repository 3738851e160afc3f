using System.Collections.Immutable;
using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.OAuth;
using AuthProfiles.Profiles;

namespace AuthProfiles.Consent;

/// <summary>Makes connections of one profile out of what their owners give, without anybody's consent or before it.</summary>
internal sealed class InputCompleter(CredentialSource source, ConsentCompleter completer)
{
    private readonly ProfileDefinition _definition = source.Profile.Definition;

    /// <summary>Makes a connection of inputs, in the place of the one before.</summary>
    /// <returns>The connection as it is stored now.</returns>
    /// <exception cref="AuthorizationException">An input is not fit, the service refuses it, or the connection is not one that is stored.</exception>
    public async Task<Connection> ConnectAsync(ConnectionName name, IEnumerable<KeyValuePair<string, string>> inputs, CancellationToken cancellationToken)
    {
        var ways = new ConnectionWays(_definition, name);
        ways.RequireServed();
        CheckPlace(name);

        // A form sends what was left empty as an empty text.
        var given = inputs.Where(static input => !string.IsNullOrEmpty(input.Value)).ToImmutableDictionary(static input => input.Key, static input => new SecretValue(input.Value), StringComparer.Ordinal);
        var draft = await ConnectionDraft.CreateAnewAsync(source, name, given, ways.Needed, cancellationToken).ConfigureAwait(false);
        var way = ways.Choose(draft.Request);
        return ways.AwaitsConsent(way)
            ? await BeginAsync(draft, cancellationToken).ConfigureAwait(false)
            : (await completer.CompleteAsync(name, AuthorizeAsync, context: null).WaitAsync(cancellationToken).ConfigureAwait(false)).Connection;

        async Task<(ConnectionDraft, ConsentedGrant?)> AuthorizeAsync(CancellationToken limit) => (draft, await TryOutAsync(draft, way, limit).ConfigureAwait(false));
    }

    // Which grants a connection's values bring is known when they are used, and one that is kept is stored with them. The probe uses them as well.
    private async Task<ConsentedGrant?> TryOutAsync(ConnectionDraft draft, ProfileDefinition way, CancellationToken cancellationToken)
    {
        if (_definition.Probe is not null && !way.Traits.KeepsGrant)
        {
            return null;
        }

        try
        {
            var acquired = await source.Profile.AcquireAsync(draft.Request, cancellationToken).ConfigureAwait(false);
            return acquired.Grant is { } grant && way.Traits.KeepsGrant ? new(grant) : null;
        }
        catch (Exception error) when (error is not AuthorizationException && !cancellationToken.IsCancellationRequested)
        {
            throw _definition.Failed(draft.Connection.Key.Name, error);
        }
    }

    // What was authorized by the same values stays authorized.
    private async Task<Connection> BeginAsync(ConnectionDraft draft, CancellationToken cancellationToken)
    {
        var editor = new ConnectionEditor(source);
        var name = draft.Connection.Key.Name;
        if (await editor.ReadAsync(name, cancellationToken).ConfigureAwait(false) is { State: ConnectionState.Active } same && GrantEnd.HaveSameInputs(same, draft.Connection))
        {
            return same;
        }

        var (now, before) = await editor.AdoptAsync(draft.Connection, ConnectionEvent.InputsGiven, cancellationToken).ConfigureAwait(false);
        await new GrantEnd(source).ReplaceAsync(before, now).ConfigureAwait(false);
        return now;
    }

    // What settings and code give would go before what is stored, or hide it.
    private void CheckPlace(ConnectionName name)
    {
        if (source.Finder.FindAtOnce(name) is not null && !(name.IsOwn && _definition.Traits.KeepsGrant))
        {
            var place = (name.Tenant is null ? _definition.Section : _definition.Section.ForTenant(name.Tenant)).ShownPath;
            throw _definition.Failure(name, AuthorizationErrorKind.Configuration, $"its values stand in settings or code: change them there, at {place}{(name.Tenant is null ? ", or name a tenant or a user" : ", or take them out there")}");
        }
    }
}
