using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace AuthProfiles.AspNetCore.Endpoints;

/// <summary>Makes the addresses of the endpoints, wherever the application has mapped them.</summary>
internal sealed class ConnectionAddresses(LinkGenerator links)
{
    /// <summary>Returns the path of an endpoint, or null where <c>MapAuthProfiles</c> was not called.</summary>
    public string? Find(HttpContext context, string endpoint, string? profile = null, string? returnUrl = null) =>
        links.GetPathByName(context, endpoint, Values(profile, returnUrl));

    /// <summary>Returns the path of an endpoint.</summary>
    public string Path(HttpContext context, string endpoint, string? profile = null, string? returnUrl = null) =>
        Find(context, endpoint, profile, returnUrl) ?? throw new InvalidOperationException("Call MapAuthProfiles.");

    /// <summary>Returns the whole address by which a provider sends the user back.</summary>
    public Uri Callback(HttpContext context, string profile) =>
        new(links.GetUriByName(context, EndpointNames.Callback, Values(profile, returnUrl: null)) ?? throw new InvalidOperationException("Call MapAuthProfiles."));

    private static RouteValueDictionary Values(string? profile, string? returnUrl)
    {
        var values = new RouteValueDictionary();
        if (profile is not null)
        {
            values[EndpointNames.Profile] = profile;
        }

        if (returnUrl is not null)
        {
            values[EndpointNames.ReturnUrl] = returnUrl;
        }

        return values;
    }
}
