using AuthProfiles.Connections;

namespace AuthProfiles;

/// <summary>A connection has no authorization: its owner must connect (again) before requests can be sent on its behalf.</summary>
/// <remarks>Where <see cref="CanConsent"/> is true, <see cref="Connection"/> is all that <c>IConnections.StartAsync</c> needs to send the owner to the provider, and <c>IConnections.LogInAsync</c> where consent is given on another device.</remarks>
public sealed class AuthorizationRequiredException : AuthorizationException
{
    /// <summary>Initializes a new instance of the <see cref="AuthorizationRequiredException"/> class.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="message">What is missing and how it is given. It must hold no secret.</param>
    public AuthorizationRequiredException(string profile, string message)
        : base(AuthorizationErrorKind.AuthorizationRequired, profile, message)
    {
    }

    /// <summary>Gets whose connection it is.</summary>
    public ConnectionKey Connection => new(Profile, new ConnectionName(Tenant, User));

    /// <summary>Gets a value indicating whether the owner's consent can be asked for. Where it is false, the connection lacks values that its owner gives.</summary>
    public bool CanConsent { get; init; }

    internal override AuthorizationException Again(TimeSpan wait) =>
        new AuthorizationRequiredException(Profile, Message) { Tenant = Tenant, User = User, ErrorCode = ErrorCode, StatusCode = StatusCode, CanConsent = CanConsent };
}
