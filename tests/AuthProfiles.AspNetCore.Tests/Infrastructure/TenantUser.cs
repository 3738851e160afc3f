using System.Security.Claims;
using Microsoft.AspNetCore.Http;

namespace AuthProfiles.AspNetCore.Tests.Infrastructure;

/// <summary>A host's own rule of users' names: the tenant stands in a claim too.</summary>
internal sealed class TenantUser : ISignedInUser
{
    public (string? Tenant, string User)? Find(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } user ? (context.User.FindFirstValue(HeaderAuthentication.TenantClaim), user) : null;
}
