using AuthProfiles.AspNetCore.Middleware;
using Microsoft.AspNetCore.Builder;

namespace AuthProfiles;

/// <summary>Leads users to consent where it is missing.</summary>
public static class AuthProfilesApplicationExtensions
{
    /// <summary>Turns an <see cref="AuthorizationRequiredException"/> of the signed-in user into a way to consent: a page is redirected there and back, a call of a program is answered by 403 problem details with the address.</summary>
    /// <remarks>
    /// Call it after <c>UseAuthentication</c>. Exceptions about other users, and those of an answer that has begun, go on. A form that
    /// was sent can't be sent again: whoever sent it is led to the page of the connection and not back.
    /// </remarks>
    /// <param name="app">The application.</param>
    /// <returns>The application.</returns>
    public static IApplicationBuilder UseAuthProfiles(this IApplicationBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        return app.UseMiddleware<AuthorizationRequiredMiddleware>();
    }
}
