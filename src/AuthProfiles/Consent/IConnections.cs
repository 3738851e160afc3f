namespace AuthProfiles;

/// <summary>Lets owners of accounts connect and disconnect, by consent or by values of their own, with a web page or without.</summary>
/// <remarks>
/// Registered as a singleton by <c>AddAuthProfiles</c>; thread-safe. With web pages, <see cref="StartAsync"/> gives the address to send
/// the owner to, and <see cref="CompleteAsync"/> takes the address that they come back by. Without any, <see cref="LogInAsync"/> does both.
/// What owners give themselves, such as a key, goes in by <see cref="ConnectAsync"/>.
/// </remarks>
public interface IConnections
{
    /// <summary>Gets the names of all profiles, in no particular order: those declared in code and those that stand in settings alone.</summary>
    IReadOnlyCollection<string> Profiles { get; }

    /// <summary>Begins a consent in a browser (RFC 6749, section 4.1, with PKCE).</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="tenant">The application's own name for its customer, or null.</param>
    /// <param name="user">The application's own name for the user, or null. Take both from who is signed in, never from the request.</param>
    /// <param name="options">What the connection gives and where its owner comes back to, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>Where to send the owner. What must be known again waits in the <see cref="IAuthorizationStateStore"/> for ten minutes.</returns>
    /// <exception cref="AuthorizationException">The profile asks for no consent in a browser, or a value is missing or wrong.</exception>
    Task<AuthorizationStart> StartAsync(string profile, string? tenant = null, string? user = null, StartOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Completes a consent: checks what came back, exchanges the code, tries the authorization out, and stores the connection.</summary>
    /// <remarks>Once the code is on its way to the provider it goes on to its end, also where the caller gives up: a code serves once.</remarks>
    /// <param name="callback">The whole address that the owner came back by, as their browser was sent to it: behind a proxy, the public one.</param>
    /// <param name="tenant">Whose callback it is: the tenant that <see cref="StartAsync"/> was given, from who is signed in now.</param>
    /// <param name="user">Whose callback it is: the user that <see cref="StartAsync"/> was given, from who is signed in now.</param>
    /// <param name="cancellationToken">Ends this caller's wait.</param>
    /// <returns>The connection, which is active.</returns>
    /// <exception cref="AuthorizationRequiredException">The owner has refused, or the provider no longer knows the code.</exception>
    /// <exception cref="AuthorizationException">
    /// <see cref="AuthorizationErrorKind.CallbackRefused"/>: it belongs to no consent that waits, or to somebody else's.
    /// <see cref="AuthorizationErrorKind.CallbackUsed"/>: it has come before. Others: the provider's answer can't be used.
    /// </exception>
    Task<CompletedAuthorization> CompleteAsync(Uri callback, string? tenant = null, string? user = null, CancellationToken cancellationToken = default);

    /// <summary>Begins a consent and waits for it, in a program without web pages: in a browser on this machine that comes back to a loopback address (RFC 8252), or on another device.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="tenant">The application's own name for its customer, or null.</param>
    /// <param name="user">The application's own name for the user, or null.</param>
    /// <param name="options">How the owner is asked, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>The connection, which is active.</returns>
    /// <exception cref="AuthorizationRequiredException">The owner has refused, or not come back in time.</exception>
    /// <exception cref="AuthorizationException">The profile asks for no consent, a value is missing or wrong, or the provider's answer can't be used.</exception>
    Task<CompletedAuthorization> LogInAsync(string profile, string? tenant = null, string? user = null, LogInOptions? options = null, CancellationToken cancellationToken = default);

    /// <summary>Says what an owner is asked for to make their connection, so that a page can ask for it.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="tenant">The application's own name for its customer, or null.</param>
    /// <param name="user">The application's own name for the user, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>A form for each way, the default one first; any of them will do. What belongs to the application is no user's to give and is not among a user's fields.</returns>
    /// <exception cref="AuthorizationException">Nobody declares the profile, it does not serve such a connection, or the store failed.</exception>
    Task<IReadOnlyList<ConnectionForm>> DescribeAsync(string profile, string? tenant = null, string? user = null, CancellationToken cancellationToken = default);

    /// <summary>Makes a connection of the values that its owner gives: a user's or a tenant's own key, password, or app.</summary>
    /// <remarks>
    /// The values take the place of all that the owner gave before. They are held to the profile's fields, and tried out: a token is
    /// acquired where the kind needs one, and the profile's probe is sent where it has one. A profile that asks for consent keeps them for
    /// <see cref="StartAsync"/> or <see cref="LogInAsync"/>; a tenant may give its own client id and secret so, which its users then authorize.
    /// </remarks>
    /// <param name="profile">The profile's name.</param>
    /// <param name="tenant">The application's own name for its customer, or null.</param>
    /// <param name="user">The application's own name for the user, or null. Take both from who is signed in, never from the request.</param>
    /// <param name="inputs">The values of the profile's fields, by field key; null is none. An empty value counts as none.</param>
    /// <param name="cancellationToken">Ends this caller's wait.</param>
    /// <returns>The connection: active, or requiring authorization where its owner has yet to consent.</returns>
    /// <exception cref="AuthorizationException">
    /// <see cref="AuthorizationErrorKind.InvalidValue"/>: values are missing, unknown or not fit; the message names all that are, and no value.
    /// <see cref="AuthorizationErrorKind.InvalidToken"/>: the service refuses them. Others: they could not be tried out. Nothing was stored.
    /// </exception>
    Task<Connection> ConnectAsync(string profile, string? tenant = null, string? user = null, IReadOnlyDictionary<string, string>? inputs = null, CancellationToken cancellationToken = default);

    /// <summary>Finds a stored connection. Those that stand in settings or code alone are none.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="tenant">The application's own name for its customer, or null.</param>
    /// <param name="user">The application's own name for the user, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>What may be shown of it, or null where there is none.</returns>
    /// <exception cref="AuthorizationException">Nobody declares the profile, or the store failed.</exception>
    Task<ConnectionSummary?> FindAsync(string profile, string? tenant = null, string? user = null, CancellationToken cancellationToken = default);

    /// <summary>Lists the stored connections of a profile, all owners', in no particular order. Each is read when the walk comes to it.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="cancellationToken">Ends the walk.</param>
    /// <returns>What may be shown of them; connections that come or go meanwhile may or may not be among them.</returns>
    /// <exception cref="AuthorizationException">Nobody declares the profile, or the store failed.</exception>
    IAsyncEnumerable<ConnectionSummary> ListAsync(string profile, CancellationToken cancellationToken = default);

    /// <summary>Ends a connection: deletes it, forgets its credential, and asks the provider to revoke its grant.</summary>
    /// <remarks>What the provider says to that is logged and changes nothing. Connections that stand in settings or code stay there.</remarks>
    /// <param name="profile">The profile's name.</param>
    /// <param name="tenant">The application's own name for its customer, or null.</param>
    /// <param name="user">The application's own name for the user, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>True where there was a connection.</returns>
    /// <exception cref="AuthorizationException">Nobody declares the profile, or the store failed.</exception>
    Task<bool> DisconnectAsync(string profile, string? tenant = null, string? user = null, CancellationToken cancellationToken = default);
}
