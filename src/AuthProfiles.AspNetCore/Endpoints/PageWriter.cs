using Microsoft.AspNetCore.Antiforgery;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.AspNetCore.Endpoints;

/// <summary>Gathers what a page shows, and has it written.</summary>
internal sealed class PageWriter(IConnections connections, IConnectionsPage page, IAntiforgery antiforgery, ConnectionAddresses addresses, FailureText failures, IServiceProvider services)
{
    /// <summary>Says whether users may authorize a profile.</summary>
    public bool Serves(string profile) => connections.Profiles.Contains(profile, StringComparer.Ordinal) && ServesUsers(profile);

    public async Task WriteListAsync(Caller caller)
    {
        var views = new List<ConnectionView>();
        string? notice = null;
        foreach (var profile in connections.Profiles.Where(ServesUsers).Order(StringComparer.Ordinal))
        {
            try
            {
                views.Add(await ViewAsync(caller, profile, test: null).ConfigureAwait(false));
            }
            catch (AuthorizationException error)
            {
                // The others can be shown.
                (caller.Context.Response.StatusCode, notice) = failures.Describe(caller, profile, error);
            }
        }

        await WriteAsync(caller, views, notice, isFailure: notice is not null).ConfigureAwait(false);
    }

    public async Task WriteAsync(Caller caller, string profile, AuthorizationTestResult? test = null, string? notice = null) =>
        await WriteAsync(caller, [await ViewAsync(caller, profile, test).ConfigureAwait(false)], notice, isFailure: false).ConfigureAwait(false);

    /// <summary>Says what went wrong, beside the connection as it is now.</summary>
    public async Task WriteFailureAsync(Caller caller, string profile, AuthorizationException error)
    {
        var (status, text) = failures.Describe(caller, profile, error);
        caller.Context.Response.StatusCode = status;
        ConnectionView[] views;
        try
        {
            views = [await ViewAsync(caller, profile, test: null).ConfigureAwait(false)];
        }
        catch (AuthorizationException)
        {
            // What failed keeps it from being shown too.
            views = [];
        }

        await WriteAsync(caller, views, text, isFailure: true).ConfigureAwait(false);
    }

    private Task WriteAsync(Caller caller, IReadOnlyList<ConnectionView> views, string? notice, bool isFailure) => page.WriteAsync(caller.Context, new()
    {
        Connections = views,
        Notice = notice,
        IsFailure = isFailure,
        ReturnUrl = caller.ReturnUrl,
        ListAddress = addresses.Path(caller.Context, EndpointNames.List),
        Antiforgery = antiforgery.GetAndStoreTokens(caller.Context),
    });

    private bool ServesUsers(string profile)
    {
        var definition = services.GetRequiredKeyedService<IAuthorizationProfile>(profile).Definition;
        return definition.ConnectionMode != ConnectionMode.PreAuthorized && definition.Traits is { RefusesUsers: false, ServesAnyUser: false };
    }

    private async Task<ConnectionView> ViewAsync(Caller caller, string profile, AuthorizationTestResult? test)
    {
        var definition = services.GetRequiredKeyedService<IAuthorizationProfile>(profile).Definition;
        return new()
        {
            Profile = profile,
            Title = definition.IdentityProviderName ?? profile,
            Description = definition.Description,
            Summary = await connections.FindAsync(profile, caller.Tenant, caller.User, caller.Aborted).ConfigureAwait(false),
            Forms = [.. (await connections.DescribeAsync(profile, caller.Tenant, caller.User, caller.Aborted).ConfigureAwait(false)).Where(form => !(form.AsksConsent && definition.Traits.ConsentsOnDevice))],
            Test = test,
            ConnectAddress = addresses.Path(caller.Context, EndpointNames.Connect, profile),
            TestAddress = addresses.Path(caller.Context, EndpointNames.Test, profile),
            DisconnectAddress = addresses.Path(caller.Context, EndpointNames.Disconnect, profile),
        };
    }
}
