using System.Collections.Immutable;
using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Diagnostics;

namespace AuthProfiles.Consent;

/// <summary>A connection that its owner has not authorized yet: what it gave itself, and the request that is made with it.</summary>
internal sealed class ConnectionDraft
{
    private ConnectionDraft(Connection connection, CredentialRequest request) => (Connection, Request) = (connection, request);

    /// <summary>Gets the connection with its own inputs alone: what settings give to it is not stored with it.</summary>
    public Connection Connection { get; }

    public CredentialRequest Request { get; }

    /// <summary>Drafts a connection of inputs that were just given and, where they are of the same owner, those of the one before.</summary>
    /// <exception cref="AuthorizationException">An input is unknown, missing, not fit, or not its owner's to give.</exception>
    public static async ValueTask<ConnectionDraft> CreateAsync(CredentialSource source, ConnectionName name, IEnumerable<KeyValuePair<string, SecretValue>> inputs, CancellationToken cancellationToken)
    {
        var definition = source.Profile.Definition;
        definition.RequireNamed(name);
        var before = await new ConnectionEditor(source).ReadAsync(name, cancellationToken).ConfigureAwait(false);
        var own = (before?.Inputs ?? ImmutableDictionary<string, SecretValue>.Empty).SetItems(inputs);
        foreach (var (key, _) in inputs)
        {
            CheckKnown(definition, name, key);
            CheckOwner(definition, name, key);
        }

        var draft = Of(source, new() { Key = new(definition.Name, name), Inputs = own });
        foreach (var field in definition.AdditionalFields)
        {
            CheckValue(definition, name, field, draft.Request);
        }

        return draft;
    }

    /// <summary>Drafts a connection again of what it had given.</summary>
    public static ConnectionDraft Of(CredentialSource source, Connection connection)
    {
        var editor = new ConnectionEditor(source);
        return new(connection, editor.RequestFor(editor.ValuesOf(connection)));
    }

    private static void CheckKnown(ProfileDefinition definition, ConnectionName name, string key)
    {
        var known = definition.AdditionalFields.Select(static field => field.Key).ToArray();
        if (!known.Contains(key, StringComparer.Ordinal))
        {
            throw definition.Failure(name, AuthorizationErrorKind.InvalidValue, $"no field of the profile is called '{Printable.Escape(key)}'{Suggestion.For(key, known)}".TrimEnd('.', '?'));
        }
    }

    // A user who names another client would be sent to it in the application's name.
    private static void CheckOwner(ProfileDefinition definition, ConnectionName name, string key)
    {
        if (name.User is not null && definition.IsOfApplication(key))
        {
            var setting = ProfileDefinition.SettingOf(key);
            throw definition.Failure(name, AuthorizationErrorKind.InvalidValue, $"{setting} belongs to the application, and no user gives it: leave '{key}' out of the inputs, and set {definition.Section.Key(setting)}");
        }
    }

    // Reading brings a value into its form. Which fields a choice of ways needs is known when it is used.
    private static void CheckValue(ProfileDefinition definition, ConnectionName name, AdditionalField field, CredentialRequest request)
    {
        if (request.Read(field.Key) is null && !field.Optional && !field.OfApplication && definition.Traits.Ways.IsEmpty)
        {
            throw definition.Failure(name, AuthorizationErrorKind.InvalidValue, $"{ProfileDefinition.SettingOf(field.Key)} is missing: give it with the inputs, as '{field.Key}'");
        }
    }
}
