namespace AuthProfiles;

/// <summary>Says how to authorize requests against one service.</summary>
/// <remarks>
/// A profile is immutable and thread-safe, and holds no client, cache, clock or store: what it works with comes in the request.
/// Caching, single flight, renewal, persistence and telemetry are done around it, the same for every kind.
/// </remarks>
public interface IAuthorizationProfile
{
    /// <summary>Gets the profile's name and everything else that describes it.</summary>
    ProfileDefinition Definition { get; }

    /// <summary>Gets how an owner's consent is asked for, or null where none is: then a connection's values are all it needs.</summary>
    ConsentFlow? Consent => null;

    /// <summary>Makes a credential for a connection, or exchanges its grant for one.</summary>
    /// <param name="request">Whose connection, and what to work with.</param>
    /// <param name="cancellationToken">Ends the acquisition. It is the acquisition's own deadline, never one caller's.</param>
    /// <returns>The credential and, where one was obtained, the grant.</returns>
    /// <exception cref="AuthorizationException">There is no credential to be had. Nothing is sent in its place.</exception>
    ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken);
}
