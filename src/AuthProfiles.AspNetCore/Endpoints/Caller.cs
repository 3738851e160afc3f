using Microsoft.AspNetCore.Http;

namespace AuthProfiles.AspNetCore.Endpoints;

/// <summary>Who asks an endpoint, and for what.</summary>
/// <param name="Context">The web request.</param>
/// <param name="Tenant">The tenant of whoever is signed in, or null.</param>
/// <param name="User">Whoever is signed in.</param>
/// <param name="ReturnUrl">Where they came from, a local address, or null.</param>
internal sealed record Caller(HttpContext Context, string? Tenant, string User, string? ReturnUrl)
{
    public CancellationToken Aborted => Context.RequestAborted;
}
