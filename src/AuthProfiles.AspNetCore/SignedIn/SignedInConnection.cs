using Microsoft.AspNetCore.Http;

namespace AuthProfiles.AspNetCore.SignedIn;

/// <summary>Names the connection of requests that are sent while a web request is answered.</summary>
internal sealed class SignedInConnection(IHttpContextAccessor accessor, ISignedInUser users)
{
    /// <summary>Returns whose connection it is. It never is the developer's own.</summary>
    /// <exception cref="AuthorizationException">There is no web request, or nobody is signed in.</exception>
    public (string? Tenant, string? User) Name()
    {
        if (accessor.HttpContext is not { } context)
        {
            throw Nobody("there is no web request, in whose name it could be sent. Name the user: .For(user: …)");
        }

        return users.FindNamed(context) ?? throw Nobody("nobody is signed in. Require a signed-in user where the client is used (RequireAuthorization), or name the user: .For(user: …)");
    }

    private static AuthorizationException Nobody(string what) =>
        new(AuthorizationErrorKind.UnknownConnection, string.Empty, $"The client acts for the signed-in user, and {what}.");
}
