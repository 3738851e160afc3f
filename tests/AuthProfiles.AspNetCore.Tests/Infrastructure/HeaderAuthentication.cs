using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace AuthProfiles.AspNetCore.Tests.Infrastructure;

/// <summary>Believes the header <c>X-User</c>: the user's name, with the tenant's after an @.</summary>
internal sealed class HeaderAuthentication(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string Name = "Header";
    public const string Header = "X-User";
    public const string TenantClaim = "tenant";

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Headers[Header] is not [{ } text])
        {
            return Task.FromResult(AuthenticateResult.NoResult());
        }

        var parts = text.Split('@');
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, parts[0])], Name);
        if (parts.Length > 1)
        {
            identity.AddClaim(new(TenantClaim, parts[1]));
        }

        return Task.FromResult(AuthenticateResult.Success(new(new(identity), Name)));
    }
}
