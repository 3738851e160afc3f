using System.Collections.Immutable;
using AuthProfiles.Connections;
using AuthProfiles.Credentials;
using AuthProfiles.Diagnostics;
using AuthProfiles.Profiles;
using AuthProfiles.Settings;
using AuthProfiles.Templates;

namespace AuthProfiles;

/// <summary>What describes a profile: its name, its addresses, the inputs of its connections and the values on its requests.</summary>
/// <remarks>Immutable once the profile is made, and thread-safe. It prints no secret.</remarks>
public sealed class ProfileDefinition
{
    // Shared: an empty dictionary with a comparer of its own is not the platform's one empty one, and most profiles have no entries.
    private static readonly ImmutableDictionary<string, SecretValue> NoInputs = ImmutableDictionary.Create<string, SecretValue>(StringComparer.Ordinal);
    private static readonly ImmutableDictionary<string, IReadOnlyDictionary<string, SecretValue>> NoConnections =
        ImmutableDictionary.Create<string, IReadOnlyDictionary<string, SecretValue>>(StringComparer.Ordinal);

    // What only making needs is let go when it is validated: ten thousand profiles would keep it for nothing.
    private TemplateNames? _names;
    private ProfileErrors? _errors;
    private readonly ImmutableArray<FieldTemplate> _fields = [];

    // Boxed, because few have it: a third of the size where there is none.
    private readonly object? _secretExpiresOn;

    /// <summary>Initializes a new instance of the <see cref="ProfileDefinition"/> class.</summary>
    /// <param name="name">The profile's name: no colon, not empty.</param>
    /// <param name="options">What the profile was told. It is copied.</param>
    /// <param name="traits">What is true of every profile of the kind.</param>
    /// <param name="inputs">The values of the kind's own fields that the options give, by field key; null values are left out.</param>
    public ProfileDefinition(string name, ProfileOptions options, ProfileTraits traits, params ReadOnlySpan<(string Key, SecretValue? Value)> inputs)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(traits);
        Name = name;
        Traits = traits;
        Section = options.Section ?? new("Profile", name, "AuthProfiles:Profiles");
        _errors = new(Section);
        var defaults = options.Defaults;
        IdentityProviderName = options.IdentityProviderName ?? defaults.IdentityProviderName;
        Description = options.Description;
        OnConflict = options.OnConflict;
        PayloadLimit = options.PayloadLimit;
        RenewOn = options.RenewOn;
        ExpiredWhen = [.. options.ExpiredWhen, .. defaults.ExpiredWhen];
        AllowAnyTenant = options.AllowAnyTenant;
        ConnectionMode = options.ConnectionMode;
        _secretExpiresOn = options.SecretExpiresOn;
        Probe = options.Probe ?? defaults.Probe;
        PrimaryHandler = options.PrimaryHandler;
        AdditionalFields = options.AdditionalFields.Count + defaults.Fields.Length == 0 ? traits.Fields : [.. traits.Fields, .. defaults.Fields, .. options.AdditionalFields];
        AuthorizationFields = [.. defaults.AuthorizationFields.Where(field => !options.AuthorizationFields.Any(own => own.IsInPlaceOf(field))), .. options.AuthorizationFields];
        SharedInputs = Share(options, inputs);
        Connections = NoConnections.AddRange(options.Connections.Select(static given => KeyValuePair.Create<string, IReadOnlyDictionary<string, SecretValue>>(given.Key, NoInputs.AddRange(given.Value))));
        DefinitionChecks.Check(this, Errors);
        TenantField = options.TenantSynonyms.Concat(defaults.TenantSynonyms).FirstOrDefault(synonym => FieldOf(synonym) is not null);

        _names = NamesOf(name, options, [.. traits.Outputs, .. AdditionalFields], AuthorizationFields);
        var baseUrl = options.BaseUrl ?? defaults.BaseUrl;
        Base = baseUrl is null ? null : ParseUrl(nameof(options.BaseUrl), baseUrl);
        AlsoAllow = [.. options.AlsoAllow.Select(ParseOrigin).OfType<Origin>()];
        _fields = [.. AuthorizationFields.Select(ParseField).OfType<FieldTemplate>()];
    }

    /// <summary>Gets the profile's name.</summary>
    public string Name { get; }

    /// <summary>Gets what is true of every profile of the kind.</summary>
    public ProfileTraits Traits { get; }

    /// <summary>Gets the authorization type, such as <c>ApiKey</c>.</summary>
    public string AuthorizationType => Traits.AuthorizationType;

    /// <summary>Gets who authorizes, for people, or null.</summary>
    public string? IdentityProviderName { get; }

    /// <summary>Gets what the profile is for, for people, or null.</summary>
    public string? Description { get; }

    /// <summary>Gets the template of the base address, or null.</summary>
    public string? BaseUrl => Base?.Text;

    /// <summary>Gets the inputs that a connection gives, those of the kind first.</summary>
    public ImmutableArray<AdditionalField> AdditionalFields { get; }

    /// <summary>Gets the values put on every request besides the kind's own credential.</summary>
    public ImmutableArray<AuthorizationField> AuthorizationFields { get; }

    /// <summary>Gets what happens when a request already carries another value in the credential's place.</summary>
    public ConflictRule OnConflict { get; }

    /// <summary>Gets who authorizes the profile's connections.</summary>
    public ConnectionMode ConnectionMode { get; }

    /// <summary>Gets when the secret that the profile shares stops being good, or null where nobody said.</summary>
    public DateTimeOffset? SecretExpiresOn => (DateTimeOffset?)_secretExpiresOn;

    /// <summary>Gets the request that shows whether the authorization works, or null.</summary>
    public string? Probe { get; }

    /// <summary>Gets a value indicating whether an address of the profile has a tenant in it that nothing but a named connection gives.</summary>
    public bool IsTenanted { get; private set; }

    /// <summary>Gets the section that the profile's settings stand in, for the messages of a connector's own settings.</summary>
    /// <value>The section it was read from; for a profile that was made without settings, its place under <c>AuthProfiles:Profiles</c>.</value>
    public SettingSection Section { get; }

    /// <summary>Gets the field that names the tenant of the developer's own connection, or null.</summary>
    internal string? TenantField { get; }

    private TemplateNames Names => _names ?? throw Finished();

    private ProfileErrors Errors => _errors ?? throw Finished();

    internal UrlTemplate? Base { get; }

    internal ImmutableArray<Origin> AlsoAllow { get; }

    internal ImmutableDictionary<string, SecretValue> SharedInputs { get; }

    internal ImmutableDictionary<string, IReadOnlyDictionary<string, SecretValue>> Connections { get; }

    internal bool AllowAnyTenant { get; }

    internal int PayloadLimit { get; }

    internal RenewOn RenewOn { get; }

    internal ImmutableArray<ExpiredAnswer> ExpiredWhen { get; }

    /// <summary>Gets the name of the client whose primary handler the profile goes by, or null.</summary>
    internal string? PrimaryHandler { get; }

    /// <summary>Gets a value indicating whether a credential of the profile stands in the query or the path, where traces show it.</summary>
    internal bool ShowsInAddress =>
        Traits.ShowsInAddress || AuthorizationFields.Any(static place => place.Type is AuthorizationFieldType.QueryString or AuthorizationFieldType.PathParam);

    /// <summary>Parses an address of the kind, such as its token endpoint.</summary>
    /// <param name="setting">The option's name, for messages.</param>
    /// <param name="text">The template.</param>
    /// <returns>The template, or null where it is wrong: then <see cref="Validate"/> throws.</returns>
    public UrlTemplate? ParseUrl(string setting, string text)
    {
        var template = Errors.Try(setting, () => UrlTemplate.Parse(text, Names.ForSetting(setting)));
        if (template is not null)
        {
            NoteTenants(template.Names);
        }

        return template;
    }

    /// <summary>Parses a text of the kind that is no address, such as a claim.</summary>
    internal ValueTemplate? ParseText(string setting, string text)
    {
        var template = Errors.Try(setting, () => ValueTemplate.Parse(text, TemplatePosition.JsonString, Names.ForSetting(setting)));
        if (template is not null)
        {
            NoteTenants(template.Names);
        }

        return template;
    }

    /// <summary>Notes that an option is wrong.</summary>
    /// <param name="setting">The option's name.</param>
    /// <param name="allowed">What it may be, as words that follow "set it to".</param>
    public void Refuse(string setting, string allowed) => Errors.Refuse(setting, allowed);

    /// <summary>Throws if anything of the profile is wrong. A profile calls it last in its constructor.</summary>
    /// <exception cref="AuthorizationException">Something is; the message names all of it.</exception>
    public void Validate()
    {
        Errors.Throw(Name);
        (_names, _errors) = (null, null);
    }

    /// <summary>Brings a field's value into its one form and holds it to its length.</summary>
    /// <exception cref="AuthorizationException">The value is not one of the field's.</exception>
    internal SecretValue Normalize(ConnectionValues values, string key, SecretValue value)
    {
        if ((FieldOf(key) ?? OutputOf(key)) is not { } input)
        {
            return value;
        }

        var text = value.Reveal();
        return text.Length > input.MaxLength
            ? throw this.Failure(values.Name, AuthorizationErrorKind.InvalidValue, $"{SettingOf(key)} is longer than {input.MaxLength} characters{values.CureOf(key)}")
            : input.Pattern is { } pattern && !FieldPattern.Fits(pattern, text)
            ? throw this.Failure(values.Name, AuthorizationErrorKind.InvalidValue, $"{SettingOf(key)} has not the form of such a value{Shown(input)}{values.CureOf(key)}")
            : input.Normalize is { } normalize ? CredentialComposer.Place(this, values, key, [key], () => normalize(text)) : value;
    }

    /// <summary>Returns the name and the authorization type.</summary>
    /// <returns>For example <c>weather (ApiKey)</c>.</returns>
    public override string ToString() => $"{Name} ({AuthorizationType})";

    /// <summary>Says whether a value of this name comes with a grant.</summary>
    internal bool IsOutput(string key) => OutputOf(key) is not null;

    internal bool IsOfApplication(string key) => FieldOf(key) is { OfApplication: true };

    /// <summary>Says whether there are values that users take from their tenant or from the profile, such as a client id.</summary>
    internal bool HasApplicationFields => AdditionalFields.Any(static input => input.OfApplication);

    /// <summary>Returns the name that a field has in settings: as properties are written.</summary>
    internal static string SettingOf(string key) => key.Length == 0 ? key : char.ToUpperInvariant(key[0]) + key[1..];

    /// <summary>Makes the credential: the kind's own values, and those of the authorization fields.</summary>
    internal Credential Compose(ConnectionValues values, ReadOnlySpan<CredentialField> own, DateTimeOffset? expiresAt) =>
        CredentialComposer.Compose(this, _fields, values, own, expiresAt);

    /// <summary>Makes the credential of a grant: its token goes into <c>Authorization: Bearer</c>, or where authorization fields put it.</summary>
    internal Credential Compose(ConnectionValues values, Grant grant) => CredentialComposer.Compose(this, _fields, values, grant);

    /// <summary>Says why no request can carry a token that has come, or returns null.</summary>
    internal string? TokenFault(SecretValue token) => CredentialComposer.TokenFault(this, _fields, token);

    internal AdditionalField? FieldOf(string key) => AdditionalFields.FirstOrDefault(input => string.Equals(input.Key, key, StringComparison.Ordinal));

    private AdditionalField? OutputOf(string key) => Traits.Outputs.FirstOrDefault(output => string.Equals(output.Key, key, StringComparison.Ordinal));

    private static TemplateNames NamesOf(string profile, ProfileOptions options, ImmutableArray<AdditionalField> fields, ImmutableArray<AuthorizationField> places)
    {
        var names = TemplateNames.Of(profile, nameof(ProfileOptions.BaseUrl));
        names = options.TenantSynonyms.Concat(options.Defaults.TenantSynonyms).Aggregate(names, static (names, synonym) => names.WithTenant(synonym));
        names = places.Where(static place => place.Type == AuthorizationFieldType.PathParam).Aggregate(names, static (names, place) => names.WithPathParam(place.Key));
        return fields.Aggregate(names, static (names, input) => names.WithField(input.Key, input.Shape));
    }

    private static ImmutableDictionary<string, SecretValue> Share(ProfileOptions options, ReadOnlySpan<(string Key, SecretValue? Value)> inputs)
    {
        var shared = NoInputs.AddRange(options.Inputs);
        foreach (var (key, value) in inputs)
        {
            shared = value is null ? shared : shared.SetItem(key, value);
        }

        return shared;
    }

    private InvalidOperationException Finished() => new($"Profile '{Printable.Escape(Name)}' is validated: it is made, and nothing can be added.");

    private void NoteTenants(IEnumerable<TemplateName> names) =>
        IsTenanted |= names.Any(name => !name.IsField && !SharedInputs.ContainsKey(name.Name));

    private Origin? ParseOrigin(string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && Origin.TryCreate(address, out var origin) && origin.IsSecure)
        {
            return origin;
        }

        Refuse(nameof(ProfileOptions.AlsoAllow), "origins such as https://uploads.example.com");
        return null;
    }

    private FieldTemplate? ParseField(AuthorizationField field)
    {
        var setting = $"{nameof(ProfileOptions.AuthorizationFields)} {field.Type} '{Printable.Escape(field.Key)}'";
        var fault = field.Type switch
        {
            AuthorizationFieldType.Header => FieldRules.HeaderNameFault(field.Key),
            AuthorizationFieldType.PathParam => FieldRules.PathKeyFault(field.Key),
            _ => field.Key.Length == 0 ? "the field has no key" : null,
        };
        if (fault is not null)
        {
            Refuse(setting, $"another key: {fault}");
        }

        // Of all templates these alone may name the token: in an address it would stand in logs and traces.
        var names = Traits.TokenName is { } token ? Names.WithField(token) : Names;
        var template = Errors.Try(setting, () => ValueTemplate.Parse(field.Value, PositionOf(field.Type), names.ForSetting(setting)));
        if (template is null)
        {
            return null;
        }

        NoteTenants(template.Names);
        return new(field, template);
    }

    private static TemplatePosition PositionOf(AuthorizationFieldType type) => type switch
    {
        AuthorizationFieldType.Header => TemplatePosition.Header,
        AuthorizationFieldType.Payload => TemplatePosition.JsonString,
        AuthorizationFieldType.QueryString => TemplatePosition.QueryValue,
        _ => TemplatePosition.PathSegment,
    };

    private static string Shown(AdditionalField field) => field.Example is { } example ? $", such as {Printable.Escape(example)}" : string.Empty;
}
