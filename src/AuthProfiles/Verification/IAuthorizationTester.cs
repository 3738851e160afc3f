namespace AuthProfiles;

/// <summary>Tests whether a connection is authorized, and says what is wrong where it is not.</summary>
/// <remarks>Registered as a singleton by <c>AddAuthProfiles</c>. Implementations are thread-safe.</remarks>
public interface IAuthorizationTester
{
    /// <summary>Acquires a fresh credential, never the one in use, and sends the profile's probe with it if it has one.</summary>
    /// <remarks>
    /// Where a profile needs its owner's consent and nobody has given it, the addresses are checked and whether the provider knows
    /// the client, and the result says that consent was not tested. A grant that was given is renewed where there is no probe.
    /// It waits for no back-off, and the credential in use stays in use. The probe goes to the primary handler of the client
    /// that is bound to the profile, with that client's default headers; other handlers do not see it.
    /// </remarks>
    /// <param name="profile">The profile's name.</param>
    /// <param name="tenant">The application's own name for its customer, or null.</param>
    /// <param name="user">The application's own name for the user, or null.</param>
    /// <param name="cancellationToken">Ends the test.</param>
    /// <returns>How it went. A failed authorization is a result, not an exception.</returns>
    /// <exception cref="OperationCanceledException">The caller has ended the test.</exception>
    Task<AuthorizationTestResult> TestAsync(string profile, string? tenant = null, string? user = null, CancellationToken cancellationToken = default);

    /// <summary>Says whether requests have a credential, and sends the service nothing: for health checks.</summary>
    /// <remarks>A credential in use that is good is enough. Otherwise one is acquired as a request would, back-off included, and then is in use.</remarks>
    /// <param name="profile">The profile's name.</param>
    /// <param name="tenant">The application's own name for its customer, or null.</param>
    /// <param name="user">The application's own name for the user, or null.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <returns>How it went, without a request or an answer. A secret that ends soon is a warning.</returns>
    /// <exception cref="OperationCanceledException">The caller has ended the check.</exception>
    Task<AuthorizationTestResult> CheckAsync(string profile, string? tenant = null, string? user = null, CancellationToken cancellationToken = default);
}
