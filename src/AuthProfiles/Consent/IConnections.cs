namespace AuthProfiles;

/// <summary>Lets owners of accounts connect and disconnect: the consents of a program's profiles, with a web page or without.</summary>
/// <remarks>
/// Registered as a singleton by <c>AddAuthProfiles</c>; thread-safe. With web pages, <see cref="StartAsync"/> gives the address to send
/// the owner to, and <see cref="CompleteAsync"/> takes the address that they come back by. Without any, <see cref="LogInAsync"/> does both.
/// </remarks>
public interface IConnections
{
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
