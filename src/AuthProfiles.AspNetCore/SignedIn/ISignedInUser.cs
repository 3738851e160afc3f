using Microsoft.AspNetCore.Http;

namespace AuthProfiles.AspNetCore;

/// <summary>Says by which names the application knows the user who is signed in. Register another one where the names stand elsewhere than in the claims.</summary>
/// <remarks>A singleton, thread-safe and quick: it is asked on each request of a client that acts for the signed-in user.</remarks>
public interface ISignedInUser
{
    /// <summary>Returns whose connections a web request uses.</summary>
    /// <param name="context">The web request.</param>
    /// <returns>The tenant, or null, and the user; or null where nobody is signed in.</returns>
    (string? Tenant, string User)? Find(HttpContext context);
}
