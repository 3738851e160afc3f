using System.Security.Claims;
using AuthProfiles.AspNetCore;
using Microsoft.AspNetCore.Http;

namespace NativeAot;

/// <summary>Tells AuthProfiles whose connections a web request uses.</summary>
internal sealed class SignedInAgent : ISignedInUser
{
    public (string? Tenant, string User)? Find(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } name ? (HelpDesk.Tenant, name) : null;
}
