using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace AuthProfiles.AspNetCore.Endpoints;

/// <summary>What each endpoint does, for the signed-in user and nobody else.</summary>
internal sealed class ConnectionEndpoints(IConnections connections, IAuthorizationTester tester, ConnectionAddresses addresses, PageWriter pages, CallerGate gate)
{
    private const string InputPrefix = "input.";

    public Task ListAsync(HttpContext context) => gate.RunAsync(context, changesState: false, caller => pages.WriteListAsync(caller));

    public Task ShowAsync(HttpContext context) => RunAsync(context, changesState: false, (caller, profile) => pages.WriteAsync(caller, profile));

    /// <summary>Connects by the values of the form, or sends the user to the provider where consent is asked for.</summary>
    public Task ConnectAsync(HttpContext context) => RunAsync(context, changesState: true, async (caller, profile) =>
    {
        var inputs = ReadInputs(context.Request.Form);
        var forms = await connections.DescribeAsync(profile, caller.Tenant, caller.User, caller.Aborted).ConfigureAwait(false);
        if (forms.FirstOrDefault(static form => form.AsksConsent) is { } consent)
        {
            SeeOther(context, (await new ConsentRedirect(connections, addresses).StartAsync(caller, profile, consent, inputs).ConfigureAwait(false)).AbsoluteUri);
            return;
        }

        await connections.ConnectAsync(profile, caller.Tenant, caller.User, inputs, caller.Aborted).ConfigureAwait(false);
        GoOn(caller, profile, caller.ReturnUrl);
    });

    /// <summary>Takes the user back from the provider.</summary>
    public Task CompleteAsync(HttpContext context) => RunAsync(context, changesState: false, async (caller, profile) =>
    {
        var completed = await connections.CompleteAsync(new(context.Request.GetEncodedUrl()), caller.Tenant, caller.User, caller.Aborted).ConfigureAwait(false);
        if (completed.Warnings.Count > 0)
        {
            await pages.WriteAsync(caller with { ReturnUrl = LocalAddress.Check(completed.Context) }, profile, notice: string.Join(' ', completed.Warnings)).ConfigureAwait(false);
            return;
        }

        GoOn(caller, profile, LocalAddress.Check(completed.Context));
    });

    public Task TestAsync(HttpContext context) => RunAsync(context, changesState: true, async (caller, profile) =>
    {
        var result = await tester.TestAsync(profile, caller.Tenant, caller.User, caller.Aborted).ConfigureAwait(false);
        await pages.WriteAsync(caller, profile, test: result).ConfigureAwait(false);
    });

    public Task DisconnectAsync(HttpContext context) => RunAsync(context, changesState: true, async (caller, profile) =>
    {
        await connections.DisconnectAsync(profile, caller.Tenant, caller.User, caller.Aborted).ConfigureAwait(false);
        GoOn(caller, profile, returnUrl: null);
    });

    private static void SeeOther(HttpContext context, string address)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.Location = address;
    }

    // The gate has read the form.
    private static Dictionary<string, string> ReadInputs(IFormCollection form) => form
        .Where(static field => field.Key.StartsWith(InputPrefix, StringComparison.Ordinal) && field.Value is [{ Length: > 0 }])
        .ToDictionary(static field => field.Key[InputPrefix.Length..], static field => field.Value[0]!, StringComparer.Ordinal);

    private Task RunAsync(HttpContext context, bool changesState, Func<Caller, string, Task> run) => gate.RunAsync(context, changesState, async caller =>
    {
        var profile = (string)context.Request.RouteValues[EndpointNames.Profile]!;
        if (!pages.Serves(profile))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        try
        {
            await run(caller, profile).ConfigureAwait(false);
        }
        catch (AuthorizationException error) when (!context.Response.HasStarted)
        {
            await pages.WriteFailureAsync(caller, profile, error).ConfigureAwait(false);
        }
    });

    // The next page is asked for by GET: to load it again changes nothing.
    private void GoOn(Caller caller, string profile, string? returnUrl) =>
        SeeOther(caller.Context, returnUrl ?? addresses.Path(caller.Context, EndpointNames.Show, profile));
}
