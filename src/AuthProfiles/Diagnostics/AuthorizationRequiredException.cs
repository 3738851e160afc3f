namespace AuthProfiles;

/// <summary>A connection has no authorization: its owner must connect (again) before requests can be sent on its behalf.</summary>
/// <remarks><see cref="AuthorizationException.Profile"/>, <see cref="AuthorizationException.Tenant"/> and <see cref="AuthorizationException.User"/> say whose.</remarks>
public sealed class AuthorizationRequiredException : AuthorizationException
{
    /// <summary>Initializes a new instance of the <see cref="AuthorizationRequiredException"/> class.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="message">What is missing and how it is given. It must hold no secret.</param>
    public AuthorizationRequiredException(string profile, string message)
        : base(AuthorizationErrorKind.AuthorizationRequired, profile, message)
    {
    }

    internal override AuthorizationException Again(TimeSpan wait) =>
        new AuthorizationRequiredException(Profile, Message) { Tenant = Tenant, User = User, ErrorCode = ErrorCode, StatusCode = StatusCode };
}
