using System.Collections.Immutable;
using AuthProfiles.Connections;
using AuthProfiles.Settings;
using AuthProfiles.Templates;

namespace AuthProfiles.Profiles;

/// <summary>The values of one connection: its own, those that the profile shares, and its tenant's name.</summary>
/// <param name="definition">The profile.</param>
/// <param name="connection">Whose.</param>
/// <param name="supplier">Whoever supplies missing settings, or null.</param>
/// <param name="tenant">What the tenant of a user's connection gave, or null.</param>
internal sealed class ConnectionValues(ProfileDefinition definition, Connection connection, ISettingSupplier? supplier, ImmutableDictionary<string, SecretValue>? tenant = null)
{
    private readonly bool _hasOwnClient = ClientFields.AreIn(connection.Inputs) || (tenant is not null && ClientFields.AreIn(tenant));

    public Connection Connection => connection;

    /// <summary>Gets what says whether tenants have connections of their own, for messages.</summary>
    public Func<bool>? NamesTenants { get; init; }

    /// <summary>Gets a value indicating whether the connection of the tenant itself stands in the store alone. A connection in settings would take its place.</summary>
    public bool IsTenantStored { get; init; }

    public ConnectionName Name { get; } = connection.Key.Name;

    /// <summary>Gets whose app the connection goes by, or null where the profile knows no app, or has none.</summary>
    public ConnectionApp? App =>
        !definition.AdditionalFields.Any(static input => input.Key == ClientFields.ClientId) || Read(ClientFields.ClientId) is null ? null
        : connection.Inputs.ContainsKey(ClientFields.ClientId) || IsOfTenant(ClientFields.ClientId) ? ConnectionApp.Custom
        : ConnectionApp.System;

    /// <summary>Reads a field: the connection's own value, or the one that its tenant or the profile shares.</summary>
    /// <remarks>
    /// What came with the grant goes before what is shared. A user's connection takes only what belongs to the application from its
    /// tenant and the profile: never the developer's own key. Where the tenant gives anything of a client, no secret of the profile's
    /// client is taken: it would be sent for a client that is not the profile's, or in the place of the tenant's own. Nor is a key
    /// that belongs to another field, such as an endpoint, which the connection gives itself.
    /// </remarks>
    public SecretValue? Read(string key) =>
        key == definition.Traits.TokenName ? connection.Grant?.AccessToken
        : connection.Inputs.TryGetValue(key, out var own) ? definition.Normalize(this, key, own)
        : connection.Grant is { } grant && definition.IsOutput(key) && grant.Outputs.TryGetValue(key, out var output) ? definition.Normalize(this, key, output)
        : IsOfTenant(key) ? definition.Normalize(this, key, tenant![key])
        : (_hasOwnClient && ClientFields.IsProof(key)) || IsForAnotherPlace(key) ? null
        : definition.SharedInputs.TryGetValue(key, out var shared) && (connection.Key.User is null || definition.IsOfApplication(key)) ? definition.Normalize(this, key, shared)
        : null;

    /// <summary>Reads a field that must be there.</summary>
    public SecretValue Require(string key) => Read(key) ?? supplier?.Supply(definition.Name, key) ?? throw Missing(key);

    /// <summary>Reads what a placeholder of a template stands for.</summary>
    /// <remarks>What stands for the tenant is shared with no tenant: its secrets would go to the developer's own account. A tenant's own word for itself, where it is the application's, holds for its users.</remarks>
    public SecretValue? Read(TemplateName name) =>
        name.IsField || connection.Key.Tenant is null || connection.Inputs.ContainsKey(name.Name) || IsOfTenant(name.Name) ? Read(name.Name) : connection.Key.Tenant;

    /// <summary>Returns the same values with another grant.</summary>
    public ConnectionValues With(Grant grant) => new(definition, connection with { Grant = grant }, supplier, tenant) { NamesTenants = NamesTenants, IsTenantStored = IsTenantStored };

    /// <summary>Returns the path of the setting that a value was or should be read from, for messages.</summary>
    public string SettingOf(string key)
    {
        var isOfTenant = (connection.Key.User is null && connection.Inputs.ContainsKey(key)) || IsOfTenant(key);
        var section = isOfTenant && connection.Key.Tenant is { } name ? definition.Section.ForTenant(name) : definition.Section;
        return section.ShownKey(ProfileDefinition.SettingOf(key));
    }

    /// <summary>Returns where to mend values that are not fit for their place, as a sentence without a full stop, with a full stop and a space before it; nothing for what stands in no settings.</summary>
    public string CureOf(params IEnumerable<string> keys)
    {
        var settings = connection.Key.User is null ? keys.Where(IsGiven).Select(SettingOf) : [];
        return string.Join(" and ", settings) is { Length: > 0 } paths ? $". Check {paths}" : string.Empty;
    }

    /// <summary>Says whether everything that a template needs is there.</summary>
    public bool Has(UrlTemplate template) =>
        template.Names.All(name => (Read(name) ?? (name.IsField ? supplier?.Supply(definition.Name, name.Name) : null)) is not null);

    /// <summary>Says whether a template needs a value that only a grant brings, and there is none yet.</summary>
    public bool AwaitsGrant(UrlTemplate template) =>
        template.Names.Any(name => name.IsField && definition.IsOutput(name.Name) && Read(name) is null);

    /// <summary>Expands an address.</summary>
    /// <exception cref="AuthorizationException">A value is missing, or not fit for its place.</exception>
    public Uri Expand(UrlTemplate template)
    {
        var values = new string?[template.Names.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Value(template.Names[i]);
        }

        return Expand(template.Names, () => template.GetUri(values));
    }

    /// <summary>Expands a value.</summary>
    /// <returns>The value, or null where one that it needs is absent and the field is optional.</returns>
    /// <exception cref="AuthorizationException">A value is missing, or not fit for its place.</exception>
    public string? Expand(ValueTemplate template, bool optional)
    {
        var values = new string?[template.Names.Length];
        for (var i = 0; i < values.Length; i++)
        {
            if (optional && string.IsNullOrEmpty(Read(template.Names[i])?.Reveal()))
            {
                return null;
            }

            values[i] = Value(template.Names[i]);
        }

        return Expand(template.Names, () => template.Expand(values));
    }

    /// <summary>Makes the error for a field that is absent: a setting to set, or an authorization to give.</summary>
    public AuthorizationException Missing(string key)
    {
        var setting = ProfileDefinition.SettingOf(key);
        if (definition.IsOutput(key))
        {
            return definition.Failure(Name, AuthorizationErrorKind.MalformedResponse, $"the token answer has no value for {{{{{key}}}}}, which an address or a field of the profile needs");
        }

        // No owner can give what is the application's own.
        if (connection.Key.User is not null && definition.IsOfApplication(key))
        {
            var owner = _hasOwnClient && ClientFields.IsProof(key) ? connection.Key.Tenant : null;
            return owner is null ? MissingIn(definition.Section, setting) : MissingOf(owner, setting);
        }

        if (connection.Key.User is not null)
        {
            return definition.AuthorizationRequired(Name, $"{setting} is missing: its owner must connect and give it");
        }

        if (connection.Key.Tenant is { } named)
        {
            return MissingOf(named, setting);
        }

        // Most probably the request should have named one of them.
        var finding = definition.Section.Missing(setting);
        return new(definition.Name, [NamesTenants?.Invoke() == true ? finding.And("Or name the tenant whose request it is, by .For(tenant): it names none, and connections of tenants are there.") : finding]);
    }

    private AuthorizationException MissingOf(string owner, string setting) => IsTenantStored
        ? definition.Failure(Name, AuthorizationErrorKind.Configuration, $"{setting} is missing: connect the tenant again with connections.ConnectAsync, and give it")
        : MissingIn(definition.Section.ForTenant(owner), setting);

    private AuthorizationException MissingIn(SettingSection section, string setting) =>
        new(definition.Name, [section.Missing(setting)]) { Tenant = connection.Key.Tenant, User = connection.Key.User };

    private bool IsOfTenant(string key) => tenant is not null && tenant.ContainsKey(key) && definition.IsOfApplication(key);

    private bool IsForAnotherPlace(string key) => definition.FieldOf(key)?.BelongsTo is { } place && (connection.Inputs.ContainsKey(place) || IsOfTenant(place));

    private bool IsGiven(string key) => connection.Inputs.ContainsKey(key) || definition.SharedInputs.ContainsKey(key);

    // A template knows its places, and not where their values come from.
    private TResult Expand<TResult>(IEnumerable<TemplateName> names, Func<TResult> expand)
    {
        try
        {
            return expand();
        }
        catch (AuthorizationException error) when (error.Kind == AuthorizationErrorKind.InvalidValue)
        {
            var cure = CureOf(names.Select(static name => name.Name));
            throw new AuthorizationException(error.Kind, error.Profile, cure.Length == 0 ? error.Message : error.Message.TrimEnd('.') + cure + ".")
            {
                Tenant = connection.Key.Tenant,
                User = connection.Key.User,
            };
        }
    }

    private string Value(TemplateName name) =>
        (name.IsField
            ? Require(name.Name)
            : Read(name) ?? throw definition.Failure(Name, AuthorizationErrorKind.UnknownConnection, $"{name} needs a tenant: name one with For")).Reveal();
}
