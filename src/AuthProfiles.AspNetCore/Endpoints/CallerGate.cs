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
        if (users.Find(context) is not var (tenant, user))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        if (changesState && !await antiforgery.IsRequestValidAsync(context).ConfigureAwait(false))
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
            return;
        }

        await run(new(context, tenant, user, await ReadReturnUrlAsync(context).ConfigureAwait(false))).ConfigureAwait(false);
    }

    private static async ValueTask<string?> ReadReturnUrlAsync(HttpContext context)
    {
        var values = context.Request.HasFormContentType
            ? (await context.Request.ReadFormAsync(context.RequestAborted).ConfigureAwait(false))[EndpointNames.ReturnUrl]
            : context.Request.Query[EndpointNames.ReturnUrl];
        return values.Count == 1 ? LocalAddress.Check(values[0]) : null;
    }
}
