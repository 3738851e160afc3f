using Microsoft.AspNetCore.Http;

namespace AuthProfiles.AspNetCore.SignedIn;

/// <summary>Holds what a host says of its users to what it has promised.</summary>
internal static class SignedInUserExtensions
{
    /// <summary>Returns whose connections a web request uses, or null where nobody is signed in.</summary>
    /// <exception cref="AuthorizationException">Somebody is, and has no name: without it, it would be the connection of the developer or of the tenant.</exception>
    public static (string? Tenant, string User)? FindNamed(this ISignedInUser users, HttpContext context) =>
        users.Find(context) is not { } found ? null
        : !string.IsNullOrEmpty(found.User) ? found
        : throw new AuthorizationException(
            AuthorizationErrorKind.Configuration,
            string.Empty,
            $"{users.GetType().Name} says that somebody is signed in, and gives no user's name. Let it return null where nobody is, and a name where somebody is.");
}
