using System.Security.Claims;
using AuthProfiles.AspNetCore;

namespace WebConnect.SignIn;

/// <summary>Tells AuthProfiles whose connections a web request uses: those of whoever is signed in, in their organisation.</summary>
/// <remarks>The organisation is the tenant: its app at Zendesk is the one that its users consent to. This program serves one.</remarks>
internal sealed class Employee : ISignedInUser
{
    public const string Organisation = "acme";

    public (string? Tenant, string User)? Find(HttpContext context) =>
        context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } id ? (Organisation, id) : null;
}
