using AuthProfiles.AspNetCore.Endpoints;
using AuthProfiles.AspNetCore.SignedIn;
using Microsoft.AspNetCore.Http;

namespace AuthProfiles.AspNetCore.Middleware;

/// <summary>Turns "authorization required" into the way to it: a page is left for consent and come back to, an API call is told the address.</summary>
internal sealed class AuthorizationRequiredMiddleware(RequestDelegate next, ISignedInUser users, IConnections connections, ConnectionAddresses addresses)
{
    public async Task InvokeAsync(HttpContext context)
    {
        try
        {
            await next(context).ConfigureAwait(false);
        }
        catch (AuthorizationRequiredException error) when (!context.Response.HasStarted && IsOfCaller(context, error) && addresses.Find(context, EndpointNames.Show, error.Profile) is not null)
        {
            context.Response.Clear();
            ResponseHardening.Apply(context.Response);
            await (Navigation.IsOf(context.Request) ? RedirectAsync(context, error) : TellAsync(context, error)).ConfigureAwait(false);
        }
    }

    // Another user's connection, such as a job's, is not this user's to make.
    private bool IsOfCaller(HttpContext context, AuthorizationRequiredException error) =>
        users.FindNamed(context) is var (tenant, user)
        && string.Equals(error.User, user, StringComparison.Ordinal)
        && string.Equals(error.Tenant, tenant, StringComparison.Ordinal);

    // Where values are needed besides the consent, the page asks for them first; and who has sent a form sees it, rather than a page that the form is lost on.
    private async Task RedirectAsync(HttpContext context, AuthorizationRequiredException error)
    {
        var canComeBack = Navigation.CanComeBack(context.Request);
        var returnUrl = canComeBack ? LocalAddress.Check(context.Request.PathBase + context.Request.Path + context.Request.QueryString) : null;
        var caller = new Caller(context, error.Tenant, error.User!, returnUrl);
        var forms = await connections.DescribeAsync(error.Profile, error.Tenant, error.User, context.RequestAborted).ConfigureAwait(false);
        var address = canComeBack && forms is [{ AsksConsent: true } form] && form.Fields.All(static field => field.Optional)
            ? (await new ConsentRedirect(connections, addresses).StartAsync(caller, error.Profile, form, []).ConfigureAwait(false)).AbsoluteUri
            : addresses.Path(context, EndpointNames.Show, error.Profile, returnUrl);
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }

    private Task TellAsync(HttpContext context, AuthorizationRequiredException error) =>
        ConsentProblem.WriteAsync(context, error.Profile, addresses.Path(context, EndpointNames.Show, error.Profile));
}
