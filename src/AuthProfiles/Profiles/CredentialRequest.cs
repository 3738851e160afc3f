using AuthProfiles.Diagnostics;
using AuthProfiles.Profiles;
using AuthProfiles.Templates;

namespace AuthProfiles;

/// <summary>What a profile works with when it makes a credential.</summary>
/// <remarks>Thread-safe. The token client belongs to the caller; a profile does not dispose it.</remarks>
public sealed class CredentialRequest
{
    private readonly ProfileDefinition _definition;
    private readonly ConnectionValues _values;
    private readonly Func<HttpMessageInvoker> _tokenClient;

    /// <summary>Initializes a new instance of the <see cref="CredentialRequest"/> class, for tests of a profile by itself.</summary>
    /// <param name="definition">The profile that is asked.</param>
    /// <param name="connection">Whose connection.</param>
    /// <param name="tokenClient">Makes the client for token endpoints when it is needed.</param>
    /// <param name="clock">The time.</param>
    /// <param name="isRenewal">Whether a credential was there and is spent or was refused.</param>
    public CredentialRequest(ProfileDefinition definition, Connection connection, Func<HttpMessageInvoker> tokenClient, TimeProvider clock, bool isRenewal = false)
        : this(definition, new ConnectionValues(definition, connection, supplier: null), tokenClient, clock, isRenewal)
    {
    }

    internal CredentialRequest(ProfileDefinition definition, ConnectionValues values, Func<HttpMessageInvoker> tokenClient, TimeProvider clock, bool isRenewal)
    {
        _definition = definition;
        _values = values;
        _tokenClient = tokenClient;
        Clock = clock;
        Began = ClockMark.Of(clock);
        IsRenewal = isRenewal;
    }

    /// <summary>Gets whose connection it is, with its own inputs and its grant.</summary>
    public Connection Connection => _values.Connection;

    /// <summary>Gets the time.</summary>
    public TimeProvider Clock { get; }

    /// <summary>Gets when the request was made.</summary>
    internal ClockMark Began { get; }

    /// <summary>Gets a value indicating whether a credential was there and is spent or was refused.</summary>
    public bool IsRenewal { get; }

    /// <summary>Gets the credential that the service refused, or null where none was: a profile that has a second one takes that.</summary>
    public Credential? Refused { get; init; }

    /// <summary>Gets what the profile tells beside its answer.</summary>
    internal AcquisitionNotes Notes { get; init; } = new();

    /// <summary>Gets the client for token endpoints: it follows no redirect, keeps no cookie, and nobody else's handlers see its requests.</summary>
    /// <remarks>It has no time limit of its own: the cancellation token of the acquisition is the limit.</remarks>
    public HttpMessageInvoker TokenClient => _tokenClient();

    /// <summary>Gets what makes the client, which also says whose client it is.</summary>
    internal Func<HttpMessageInvoker> TokenClientSource => _tokenClient;

    /// <summary>Gets who finds and keeps the metadata of authorization servers, or null for a profile by itself.</summary>
    internal IMetadataSource? Metadata { get; init; }

    /// <summary>Gets whose app the connection goes by, or null where the profile knows no app.</summary>
    internal ConnectionApp? App => _values.App;

    /// <summary>Reads a field: the connection's own value, or the one that its tenant or the profile shares.</summary>
    /// <param name="key">The field's key.</param>
    /// <returns>The value, or null where there is none.</returns>
    public SecretValue? Read(string key) => _values.Read(key);

    /// <summary>Reads a field that must be there.</summary>
    /// <param name="key">The field's key.</param>
    /// <returns>The value.</returns>
    /// <exception cref="AuthorizationException">There is none. The message says where it is given.</exception>
    public SecretValue Require(string key) => _values.Require(key);

    /// <summary>Expands an address of the profile with the connection's values.</summary>
    /// <param name="template">The template.</param>
    /// <returns>The address.</returns>
    /// <exception cref="AuthorizationException">A value is missing, or not fit for its place.</exception>
    public Uri Expand(UrlTemplate template)
    {
        ArgumentNullException.ThrowIfNull(template);
        return _values.Expand(template);
    }

    /// <summary>Checks that the service's address can be made of the connection's values, those of its grant included.</summary>
    /// <exception cref="AuthorizationException">A value is not fit for its place.</exception>
    internal void CheckAddress()
    {
        if (_definition.Base is { } template && _values.Has(template))
        {
            _values.Expand(template);
        }
    }

    /// <summary>Expands a text of the profile with the connection's values.</summary>
    internal string Expand(ValueTemplate template) => _values.Expand(template, optional: false)!;

    /// <summary>Runs a step that puts a field's value into its place, and names profile, connection and field where the value is refused.</summary>
    /// <param name="field">The field's key.</param>
    /// <param name="step">The step. It refuses with an <see cref="ArgumentException"/> that does not hold the value.</param>
    /// <typeparam name="TResult">What the step makes.</typeparam>
    /// <returns>What the step made.</returns>
    /// <exception cref="AuthorizationException">The value is not fit for its place (<see cref="AuthorizationErrorKind.InvalidValue"/>).</exception>
    public TResult Place<TResult>(string field, Func<TResult> step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return CredentialComposer.Place(_definition, _values, field, [field], step);
    }

    /// <summary>Makes the credential: the kind's own values, and those of the profile's authorization fields.</summary>
    /// <param name="own">The kind's own values; may be empty.</param>
    /// <param name="expiresAt">When they stop being good, or null where nobody said.</param>
    /// <returns>The credential.</returns>
    /// <exception cref="AuthorizationException">A value is missing or not fit for its place, or there is nothing to inject.</exception>
    public Credential Compose(ReadOnlySpan<CredentialField> own, DateTimeOffset? expiresAt = null) => _definition.Compose(_values, own, expiresAt);

    /// <summary>Makes the answer of a grant: the access token in its place, the values of the authorization fields, and the grant.</summary>
    /// <param name="grant">The grant.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AuthorizationException">A value is missing or not fit for its place.</exception>
    internal Acquired Answer(Grant grant) => new(_definition.Compose(_values.With(grant), grant), _definition.Traits.KeepsGrant || grant.Outputs.Count > 0 ? grant : null);

    /// <summary>Says why no request can carry a token that has come, or returns null.</summary>
    internal string? TokenFault(SecretValue token) => _definition.TokenFault(token);

    /// <summary>Makes the error for a connection whose owner must authorize (again).</summary>
    /// <param name="what">What happened, without a full stop at its end. It must hold no secret.</param>
    /// <param name="errorCode">The provider's error code, printable, or null.</param>
    /// <param name="statusCode">The provider's status, or null.</param>
    /// <returns>The error, to be thrown.</returns>
    internal AuthorizationRequiredException AuthorizationRequired(string what, string? errorCode = null, int? statusCode = null) =>
        _definition.AuthorizationRequired(_values.Name, what, errorCode, statusCode);

    /// <summary>Makes the error for a field that is absent.</summary>
    internal AuthorizationException Missing(string key) => _values.Missing(key);

    /// <summary>Makes an error that names profile and connection.</summary>
    /// <param name="kind">What went wrong.</param>
    /// <param name="what">What happened and what to do, without a full stop at its end. It must hold no secret.</param>
    /// <param name="isTransient">Whether asking again later may succeed.</param>
    /// <returns>The error, to be thrown.</returns>
    public AuthorizationException Failure(AuthorizationErrorKind kind, string what, bool isTransient = false) =>
        _definition.Failure(_values.Name, kind, what, cause: null, isTransient);

    /// <summary>Returns the path of the setting that a field was or should be read from, for messages.</summary>
    internal string SettingOf(string field) => _values.SettingOf(field);

    /// <summary>Tells something that works and should be mended. It is logged, and a Test shows it.</summary>
    internal void Warn(AcquisitionWarning warning) => Notes.Add(warning);

    /// <summary>Makes the same request at a moment that does not pass.</summary>
    internal CredentialRequest At(DateTimeOffset now) =>
        Copy(_values, new StillClock(Clock, now), IsRenewal);

    /// <summary>Returns the same request as one for another credential than the one that is there.</summary>
    internal CredentialRequest AsRenewal() =>
        Copy(_values, Clock, isRenewal: true);

    /// <summary>Returns the same request with a new grant, so that templates name the values of the answer that has just come.</summary>
    internal CredentialRequest With(Grant grant) =>
        Copy(_values.With(grant), Clock, IsRenewal);

    private CredentialRequest Copy(ConnectionValues values, TimeProvider clock, bool isRenewal) =>
        new(_definition, values, _tokenClient, clock, isRenewal) { Refused = Refused, Notes = Notes, Metadata = Metadata };
}
