using System.Collections.Immutable;
using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Profiles;

namespace AuthProfiles.Consent;

/// <summary>A connection that its owner has not authorized yet: what it gave itself, and the request that is made with it.</summary>
internal sealed class ConnectionDraft
{
    private static readonly ImmutableDictionary<string, SecretValue> NoInputs = ImmutableDictionary.Create<string, SecretValue>(StringComparer.Ordinal);

    private ConnectionDraft(Connection connection, CredentialRequest request) => (Connection, Request) = (connection, request);

    /// <summary>Gets the connection with its own inputs alone: what settings give to it is not stored with it.</summary>
    public Connection Connection { get; }

    public CredentialRequest Request { get; }

    /// <summary>Drafts a connection of inputs that were just given and, where they are of the same owner, those of the one before.</summary>
    /// <exception cref="AuthorizationException">An input is unknown, missing, not fit, or not its owner's to give; the message names all that are.</exception>
    public static async ValueTask<ConnectionDraft> CreateAsync(CredentialSource source, ConnectionName name, IEnumerable<KeyValuePair<string, SecretValue>> inputs, CancellationToken cancellationToken)
    {
        var definition = source.Profile.Definition;
        definition.RequireServed(name);
        var before = await new ConnectionEditor(source).ReadAsync(name, cancellationToken).ConfigureAwait(false);
        var own = (before?.Inputs ?? NoInputs).SetItems(inputs);
        var draft = await OfAsync(source, new() { Key = new(definition.Name, name), Inputs = own }, cancellationToken).ConfigureAwait(false);
        var check = new InputCheck(definition, draft.Request);
        check.Given(inputs);
        check.Needed(definition.Traits.Ways.IsEmpty ? definition.AdditionalFields.Where(static field => !field.OfApplication) : []);
        check.Throw();
        return draft;
    }

    /// <summary>Drafts a connection of inputs that are all it has.</summary>
    /// <param name="source">The profile's credentials.</param>
    /// <param name="name">Whose.</param>
    /// <param name="inputs">What its owner gave.</param>
    /// <param name="needed">The fields of which none may be missing.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="AuthorizationException">An input is unknown, missing, not fit, or not its owner's to give; the message names all that are.</exception>
    public static async ValueTask<ConnectionDraft> CreateAnewAsync(CredentialSource source, ConnectionName name, ImmutableDictionary<string, SecretValue> inputs, Func<CredentialRequest, IEnumerable<AdditionalField>> needed, CancellationToken cancellationToken)
    {
        var definition = source.Profile.Definition;
        var draft = await OfAsync(source, new() { Key = new(definition.Name, name), Inputs = inputs }, cancellationToken).ConfigureAwait(false);
        var check = new InputCheck(definition, draft.Request);
        check.Given(inputs);

        // Which way of a choice the values speak for can be told only of good ones.
        check.Needed(definition.Traits.Ways.IsEmpty || !check.HasFaults ? needed(draft.Request) : []);
        check.Address();
        check.Throw();
        return draft;
    }

    /// <summary>Drafts a connection again of what it had given.</summary>
    public static async ValueTask<ConnectionDraft> OfAsync(CredentialSource source, Connection connection, CancellationToken cancellationToken)
    {
        var editor = new ConnectionEditor(source);
        var values = await editor.ValuesOfAsync(connection, cancellationToken).ConfigureAwait(false);
        return new(connection with { OfTenant = values.Connection.OfTenant }, editor.RequestFor(values));
    }
}
