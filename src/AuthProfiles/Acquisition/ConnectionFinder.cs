using System.Collections.Immutable;
using AuthProfiles.Connections;
using AuthProfiles.Profiles;
using AuthProfiles.Templates;

namespace AuthProfiles.Acquisition;

/// <summary>Finds connections: in the settings, in code, then in the store.</summary>
internal sealed class ConnectionFinder(ProfileDefinition definition, GuardedStore store, SourceEnvironment environment)
{
    private readonly SettingsTenants _names = new(definition.Section.Path);
    private readonly UnknownInputs _unknown = new(definition);
    private volatile TargetAddress? _lastAddress;
    private Func<bool>? _namesTenants;

    /// <summary>Gets the tenants that have a connection in settings or code.</summary>
    public IEnumerable<string> GivenTenants => (environment.Settings is { } settings ? _names.All(settings) : []).Union(definition.Connections.Keys, StringComparer.Ordinal);

    public bool IsInSettings(string tenant) => environment.Settings is { } settings && _names.Contains(settings, tenant);

    /// <summary>Finds what stands in settings or code, without waiting.</summary>
    public Connection? FindAtOnce(ConnectionName name)
    {
        if (name.User is null)
        {
            return name.Tenant is null ? Make(name, []) : FindTenant(name);
        }

        return definition.Traits.RefusesUsers
            ? throw definition.Failure(name, AuthorizationErrorKind.UnknownConnection, $"{definition.AuthorizationType} is the application's own access and serves no user: leave the user out, or use a profile that users authorize")
            : null;
    }

    /// <summary>Finds a connection wherever it is. Of a profile that keeps grants it is always read, as the store has it now.</summary>
    public async ValueTask<ConnectionTarget> FindAsync(ConnectionName name, CancellationToken cancellationToken)
    {
        var given = FindAtOnce(name);
        if (given is not null && !definition.Traits.KeepsGrant)
        {
            return Aim(given);
        }

        if (await store.ReadAsync(name, cancellationToken).ConfigureAwait(false) is { } stored)
        {
            return Aim(name, given, stored);
        }

        var tenant = definition.Traits.ServesAnyUser ? await store.ReadTenantAsync(name, cancellationToken).ConfigureAwait(false) : null;
        return Aim((given ?? MakeUnknown(name, tenant)) with { OfTenant = tenant }, stored: null, isGiven: given is not null);
    }

    /// <summary>Works out a connection as it stands in the settings or in code now, without waiting, or returns null where it does not.</summary>
    /// <param name="name">Whose.</param>
    /// <param name="last">The grant before: what came with it stays until the next.</param>
    public ConnectionTarget? AimAtOnce(ConnectionName name, Grant? last) =>
        FindAtOnce(name) is { } given ? Aim(given with { Grant = last }) : null;

    /// <summary>Works out the address and the allowed origins of a connection that was read from the store.</summary>
    public ConnectionTarget Aim(ConnectionName name, StoredConnection? stored) => Aim(name, FindAtOnce(name), stored);

    /// <summary>Works out the address and the allowed origins of a connection.</summary>
    public ConnectionTarget Aim(Connection connection, StoredConnection? stored = null, bool isGiven = true)
    {
        var values = ValuesOf(connection, isStored: stored is not null && !isGiven);
        return new(definition, values, stored, AddressOf(values)) { IsGiven = isGiven };
    }

    /// <summary>Returns the values of a connection: its own, for a user what its tenant has for its users, and what the profile shares.</summary>
    /// <param name="connection">The connection.</param>
    /// <param name="isStored">Whether it stands in the store alone.</param>
    /// <exception cref="AuthorizationRequiredException">The tenant's connection can't be read, so that it is not known which app the user's goes by.</exception>
    public ConnectionValues ValuesOf(Connection connection, bool isStored = false)
    {
        var given = FindTenantOfUser(connection);
        return new(definition, connection, environment.Supplier, TenantInputs(connection, given))
        {
            NamesTenants = _namesTenants ??= NamesConnections,
            IsTenantStored = connection.Key.User is null ? isStored : given is null && connection.OfTenant is not null,
        };
    }

    /// <summary>Returns the values of a connection as it stands in settings or code.</summary>
    public ConnectionValues ValuesOf(ConnectionName name) => ValuesOf((name.Tenant is null ? null : (IsInSettings(name.Tenant) ? ReadInSettings(name) : FindInCode(name))) ?? Make(name, []));

    /// <summary>Returns a finding for each value that the developer's own connection lacks, where no other connection is declared.</summary>
    /// <param name="looksInSettings">Whether to look there for other connections, which walks over all settings; without the look there may be some.</param>
    public IEnumerable<SettingFinding> FindMissing(bool looksInSettings)
    {
        // Connections may also be in a store that lasts, and there they are looked for when they are used.
        return (!looksInSettings && environment.Settings is not null) || environment.Store is not InMemoryConnectionStore || NamesConnections()
            ? []
            : FindMissing(ValuesOf(Make(ConnectionName.Own, []))).SelectMany(static error => error.Findings);
    }

    /// <summary>Returns an error for each value that a connection lacks.</summary>
    public IEnumerable<AuthorizationException> FindMissing(ConnectionValues values)
    {
        if (definition.ConnectionMode == ConnectionMode.UserAuthorized)
        {
            return Missing(values, definition.Traits.Fields.Where(static field => field.OfApplication)).Select(values.Missing);
        }

        return Missing(values, definition.Traits.Fields)
            .Concat(FindMissingOfWay(values))
            .Distinct(StringComparer.Ordinal)
            .Select(values.Missing);
    }

    private ConnectionTarget Aim(ConnectionName name, Connection? given, StoredConnection? stored)
    {
        if (stored is null)
        {
            return Aim(given ?? MakeUnknown(name), stored: null, isGiven: given is not null);
        }

        if (stored.Fault is { } fault)
        {
            new CredentialLog(environment.Logger, definition.Name).Unreadable(name, fault);
        }

        // What settings and code give can obtain another grant where the last one has ended; what was taken back stays so.
        var state = stored.Connection.State;
        if (state != ConnectionState.Active && (given is null || state == ConnectionState.Revoked))
        {
            throw Required(name, (stored.Fault, state) switch
            {
                ({ } why, _) => $"the connection can't be read: {why.Describe()}",
                (_, ConnectionState.AuthorizationRequired) => "its owner has not authorized it yet",
                _ => $"the connection is {state}: its owner must authorize again",
            });
        }

        var grant = state == ConnectionState.Active ? stored.Connection.Grant : null;
        return Aim(
            stored.Connection with
            {
                Inputs = Merge(stored.Connection.Inputs, given),
                Grant = grant is null ? null : GrantAge.Believe(grant, environment.Clock),
            },
            stored,
            isGiven: given is not null);
    }

    private TargetAddress AddressOf(ConnectionValues values)
    {
        var address = definition.Base is { } template && values.Has(template) ? values.Expand(template) : null;
        if (_lastAddress is { } last && ReferenceEquals(last.BaseAddress, address))
        {
            return last;
        }

        var origins = Origin.TryCreate(address, out var origin) ? definition.AlsoAllow.Insert(0, origin) : definition.AlsoAllow;
        return _lastAddress = new(address, origins);
    }

    private Connection MakeUnknown(ConnectionName name, StoredConnection? tenant = null)
    {
        if (name.User is not null && !definition.Traits.ServesAnyUser)
        {
            throw Required(name, definition.Traits.AsksConsent ? "the user has not connected yet" : "the user has not connected yet: store what they give with connections.ConnectAsync");
        }

        return definition.AllowAnyTenant || !NamesConnections() || IsOfKnown(name, tenant)
            ? Make(name, [])
            : throw definition.Failure(
                name,
                AuthorizationErrorKind.UnknownConnection,
                $"nobody knows this tenant. Add it under {definition.Section.ShownPath}:Connections, connect it with connections.ConnectAsync, or set AllowAnyTenant");
    }

    // A user need not connect where the profile serves any: of a tenant that has connected, or of none.
    private bool IsOfKnown(ConnectionName name, StoredConnection? tenant) =>
        name.User is not null && (name.Tenant is null || tenant is { Connection.State: not ConnectionState.Revoked } || FindTenant(new(name.Tenant, user: null)) is not null);

    // Any complete way will do. Where none is, the one that was begun is to be completed, or else the default one.
    private IEnumerable<string> FindMissingOfWay(ConnectionValues values)
    {
        var ways = definition.Traits.Ways;
        if (ways.IsEmpty || ways.Any(way => !MissingOf(way).Any()))
        {
            return [];
        }

        return MissingOf(ways.MaxBy(way => way.AdditionalFields.Count(static field => !field.Optional) - MissingOf(way).Count())!).OrderBy(PlaceOf);

        IEnumerable<string> MissingOf(ProfileDefinition way) => Missing(values, way.AdditionalFields);
    }

    private int PlaceOf(string key) => definition.AdditionalFields.Select(static field => field.Key).TakeWhile(other => other != key).Count();

    /// <summary>Returns a finding for each key of a tenant's section that no field reads.</summary>
    public IReadOnlyList<SettingFinding> FindUnknown(string tenant) =>
        environment.Settings is { } settings ? _unknown.Find(settings, definition.Section.ForTenant(tenant)) : [];

    private IEnumerable<string> Missing(ConnectionValues values, IEnumerable<AdditionalField> fields) => fields
        .Where(field => !field.Optional && values.Read(field.Key) is null && environment.Supplier?.Supply(definition.Name, field.Key) is null)
        .Select(static field => field.Key);

    private bool HasTenantInputs(Connection connection) => connection.Key is { Tenant: not null, User: not null } && definition.HasApplicationFields;

    private Connection? FindTenantOfUser(Connection connection) => HasTenantInputs(connection) ? FindTenant(new(connection.Key.Tenant, user: null)) : null;

    private Connection? FindTenant(ConnectionName name) => FindInSettings(name) ?? FindInCode(name);

    // An entry that can't be read may hold an app: the system's own must not take its place.
    private ImmutableDictionary<string, SecretValue>? TenantInputs(Connection connection, Connection? given)
    {
        if (!HasTenantInputs(connection))
        {
            return null;
        }

        if (given is null && connection.OfTenant?.Fault is { } fault)
        {
            throw Required(connection.Key.Name, $"the connection of the tenant itself can't be read ({fault}), and with it the app that its users authorize: connect the tenant again");
        }

        return Merge(connection.OfTenant?.Connection.Inputs ?? ImmutableDictionary<string, SecretValue>.Empty, given);
    }

    /// <summary>Returns what a connection has, with what settings or code give in its place: a client as a whole.</summary>
    public static ImmutableDictionary<string, SecretValue> Merge(ImmutableDictionary<string, SecretValue> stored, Connection? given) =>
        given is null ? stored
        : (ClientFields.AreIn(given.Inputs) ? stored.RemoveRange(stored.Keys.Where(ClientFields.Contains)) : stored).SetItems(given.Inputs);

    private Connection? FindInSettings(ConnectionName name)
    {
        // Settings fold case, tenants do not: 'Acme' is not served with what was given for 'acme'.
        if (!IsInSettings(name.Tenant!))
        {
            return null;
        }

        _unknown.Check(environment.Settings!, definition.Section.ForTenant(name.Tenant!), name);
        return ReadInSettings(name);
    }

    private Connection ReadInSettings(ConnectionName name)
    {
        var settings = environment.Settings!;
        var section = definition.Section.ForTenant(name.Tenant!);

        // By key, one look for each field: listing a section costs a walk over all settings.
        var inputs = ImmutableDictionary.CreateBuilder<string, SecretValue>(StringComparer.Ordinal);
        foreach (var field in definition.AdditionalFields)
        {
            if (settings[section.Key(field.Key)] is { Length: > 0 } value)
            {
                inputs[field.Key] = value;
            }
        }

        return Make(name, inputs.ToImmutable());
    }

    private Connection? FindInCode(ConnectionName name) =>
        definition.Connections.TryGetValue(name.Tenant!, out var inputs) ? Make(name, inputs) : null;

    private bool NamesConnections() =>
        definition.Connections.Count > 0 || (environment.Settings is { } settings && _names.Any(settings));

    private Connection Make(ConnectionName name, IEnumerable<KeyValuePair<string, SecretValue>> inputs) =>
        new() { Key = new(definition.Name, name), Inputs = inputs.ToImmutableDictionary(StringComparer.Ordinal) };

    private AuthorizationRequiredException Required(ConnectionName name, string what) => definition.AuthorizationRequired(name, what);
}
