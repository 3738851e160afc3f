using AuthProfiles.Profiles;
using AuthProfiles.Settings;

namespace AuthProfiles;

/// <summary>What every kind of profile can be told. A profile copies it when it is made; later changes have no effect.</summary>
public abstract class ProfileOptions
{
    /// <summary>Gets or sets the service's base address, a template: base address of clients, tenant template and allowed origin in one.</summary>
    /// <value>The default is null: then the client must have a base address of its own, and that origin is the allowed one.</value>
    public string? BaseUrl { get; set; }

    /// <summary>Gets the further origins that may receive the credential, such as <c>https://uploads.example.com</c>.</summary>
    /// <value>Empty by default.</value>
    public IList<string> AlsoAllow { get; } = [];

    /// <summary>Gets the names besides <c>tenant</c> that stand for the tenant in single braces, such as <c>subdomain</c> in <c>https://{subdomain}.example.com/</c>.</summary>
    /// <value>Empty by default. A connection gives the value by the input of that name; without it, the value is the tenant's own name.</value>
    public IList<string> TenantSynonyms { get; } = [];

    /// <summary>Gets or sets who authorizes, for people: "Microsoft Entra ID".</summary>
    /// <value>The default is null.</value>
    public string? IdentityProviderName { get; set; }

    /// <summary>Gets or sets what the profile is for, for people.</summary>
    /// <value>The default is null.</value>
    public string? Description { get; set; }

    /// <summary>Gets the inputs that a connection gives besides those of the kind itself; templates refer to them as <c>{{key}}</c>.</summary>
    /// <value>Empty by default.</value>
    public IList<AdditionalField> AdditionalFields { get; } = [];

    /// <summary>Gets the values put on every request besides the kind's own credential.</summary>
    /// <value>Empty by default.</value>
    public IList<AuthorizationField> AuthorizationFields { get; } = [];

    /// <summary>Gets the values of fields that every connection of the application shares, by field key.</summary>
    /// <value>Empty by default. A connection's own value comes first.</value>
    public IDictionary<string, SecretValue> Inputs { get; } = new Dictionary<string, SecretValue>(StringComparer.Ordinal);

    /// <summary>Gets the tenants' pre-authorized connections that are given in code: by tenant, the values by field key.</summary>
    /// <value>Empty by default. Settings come before code.</value>
    public IDictionary<string, IReadOnlyDictionary<string, SecretValue>> Connections { get; } =
        new Dictionary<string, IReadOnlyDictionary<string, SecretValue>>(StringComparer.Ordinal);

    /// <summary>Gets or sets a value indicating whether a tenant that stands in no settings, code or store is served with the shared values.</summary>
    /// <value>The default is false where connections are given by name, in settings or code; where none is, every tenant is served.</value>
    public bool AllowAnyTenant { get; set; }

    /// <summary>Gets or sets who authorizes the profile's connections.</summary>
    /// <value>The default is <see cref="ConnectionMode.Any"/>: the developer, tenants and users, as far as the kind serves them.</value>
    public ConnectionMode ConnectionMode { get; set; }

    /// <summary>Gets or sets what happens when a request already carries another value in the credential's place.</summary>
    /// <value>The default is <see cref="ConflictRule.Refuse"/>.</value>
    public ConflictRule OnConflict { get; set; }

    /// <summary>Gets or sets which answer 401 means that a credential is spent, so that it is renewed and the request sent once more.</summary>
    /// <value>The default is <see cref="RenewOn.Unauthorized"/>: every one whose challenge does not say otherwise.</value>
    public RenewOn RenewOn { get; set; }

    /// <summary>Gets the further answers that mean that a credential is spent, for services that do not answer 401.</summary>
    /// <value>Empty by default. The first that fits counts, whatever the answer's challenge says.</value>
    public IList<ExpiredAnswer> ExpiredWhen { get; } = [];

    /// <summary>Gets or sets how many bytes of a body are taken into memory to put a payload field into it.</summary>
    /// <value>The default is 4,194,304 (4 MiB). The range is 1 to 1,073,741,824.</value>
    public int PayloadLimit { get; set; } = 4 * 1024 * 1024;

    /// <summary>Gets or sets a harmless request that shows whether the authorization works, such as <c>GET users/me</c>: a method and an address relative to the base address.</summary>
    /// <value>The default is null: then the Test ends with the credential.</value>
    public string? Probe { get; set; }

    /// <summary>Gets or sets the name of a client of the application whose primary handler the profile goes by: through its proxy, with its certificate.</summary>
    /// <remarks>
    /// It is used for the profile's token requests, for its Test and for the clients bound to it, except those that were given a primary
    /// handler of their own. Only the primary handler is taken, by the delegate of <c>ConfigurePrimaryHttpMessageHandler</c>, which is
    /// called for each of these clients; no other handler of the named client sees a request. Redirects and cookies are switched off.
    /// </remarks>
    /// <value>The default is null: each client has its own, and token requests go by that of <c>AuthProfiles.TokenClient</c>. Only for profiles in a container.</value>
    public string? PrimaryHandler { get; set; }

    /// <summary>Gets or sets when the secret given here stops being good, as its issuer showed it. From 30 days before, start-up and the Test warn.</summary>
    /// <value>The default is null: nobody is warned.</value>
    public DateTimeOffset? SecretExpiresOn { get; set; }

    /// <summary>Gets what holds where the options say nothing.</summary>
    internal virtual ProfileDefaults Defaults => ProfileDefaults.None;

    /// <summary>Gets or sets the section that the profile's settings stand in. Set by whoever reads it.</summary>
    internal SettingSection? Section { get; set; }

    /// <summary>Makes other options those of a way of this profile (<see cref="ChoiceProfile"/>): their addresses know the same tenants' names, and their errors name this profile's settings.</summary>
    /// <param name="way">The options of the way.</param>
    /// <typeparam name="TWay">Their type.</typeparam>
    /// <returns>The options of the way.</returns>
    public TWay ShareWith<TWay>(TWay way)
        where TWay : ProfileOptions
    {
        ArgumentNullException.ThrowIfNull(way);
        way.Section = Section;
        foreach (var synonym in TenantSynonyms)
        {
            way.TenantSynonyms.Add(synonym);
        }

        return way;
    }
}
