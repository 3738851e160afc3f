using AuthProfiles.AspNetCore.SignedIn;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace AuthProfiles.AspNetCore.Endpoints;

/// <summary>Lets signed-in users in, and what changes state only from a form of theirs.</summary>
internal sealed class CallerGate(ISignedInUser users, IAntiforgery antiforgery)
{
    /// <summary>Runs an endpoint.</summary>
    /// <param name="context">The web request.</param>
    /// <param name="changesState">Whether the token of anti-forgery is needed.</param>
    /// <param name="run">The endpoint.</param>
    public async Task RunAsync(HttpContext context, bool changesState, Func<Caller, Task> run)
    {
        ResponseHardening.Apply(context.Response);
        if (users.FindNamed(context) is not var (tenant, user))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (changesState && !await IsOwnFormAsync(context).ConfigureAwait(false))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        var returnUrl = changesState ? context.Request.Form[EndpointNames.ReturnUrl] : context.Request.Query[EndpointNames.ReturnUrl];
        await run(new(context, tenant, user, returnUrl is [{ } address] ? LocalAddress.Check(address) : null)).ConfigureAwait(false);
    }

    // A token alone, in a header, is no form. One that is read stays with the request.
    private async Task<bool> IsOwnFormAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
        {
            return false;
        }

        try
        {
            await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false);
        }
        catch (Exception error) when (error is InvalidDataException or IOException)
        {
            // It is cut off, or too large.
            return false;
        }

        return await antiforgery.IsRequestValidAsync(context).ConfigureAwait(false);
    }
}
