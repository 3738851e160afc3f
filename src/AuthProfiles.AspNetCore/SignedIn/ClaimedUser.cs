using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace AuthProfiles.AspNetCore.SignedIn;

/// <summary>Takes the user's name from the claims of whoever the host's own authentication says is signed in: the name identifier, or <c>sub</c>.</summary>
internal sealed class ClaimedUser : ISignedInUser
{
    public (string? Tenant, string User)? Find(HttpContext context)
    {
        if (context.User.Identity is not { IsAuthenticated: true })
        {
            return null;
        }

        return (context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? context.User.FindFirstValue("sub")) is { Length: > 0 } name
            ? (null, name)
            : throw new AuthorizationException(
                AuthorizationErrorKind.Configuration,
                string.Empty,
                $"The signed-in user has no name to keep a connection by: neither the claim {ClaimTypes.NameIdentifier} nor sub. Let the authentication give one of them, or register an ISignedInUser.");
    }
}
