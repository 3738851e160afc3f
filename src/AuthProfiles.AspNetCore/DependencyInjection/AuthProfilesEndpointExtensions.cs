using AuthProfiles.AspNetCore.Endpoints;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles;

/// <summary>Maps the pages by which users connect their own accounts.</summary>
public static class AuthProfilesEndpointExtensions
{
    /// <summary>Maps what a signed-in user needs: their connections, consent and its callback, connecting by values of their own, test, and disconnecting.</summary>
    /// <remarks>
    /// The callback that is registered at a provider is <c>{pattern}/{profile}/callback</c>, one for each profile. Behind a proxy, let
    /// <c>UseForwardedHeaders</c> restore the public address. What changes state needs the token of anti-forgery.
    /// </remarks>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">Where, such as <c>/connections</c>.</param>
    /// <returns>All endpoints together: call <c>RequireAuthorization()</c> on it.</returns>
    /// <exception cref="InvalidOperationException">Neither <c>ForSignedInUser</c> nor <c>AddSignedInUsers</c> was called.</exception>
    public static RouteGroupBuilder MapAuthProfiles(this IEndpointRouteBuilder endpoints, string pattern)
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(pattern);
        if (endpoints.ServiceProvider.GetService<ConnectionEndpoints>() is not { } handlers)
        {
            throw new InvalidOperationException("MapAuthProfiles needs its services. Call AddAuthProfiles().AddSignedInUsers(), or ForSignedInUser() on a client.");
        }

        var group = endpoints.MapGroup(pattern);
        const string one = $"/{{{EndpointNames.Profile}}}";
        group.MapGet("/", handlers.ListAsync).WithName(EndpointNames.List);
        group.MapGet(one, handlers.ShowAsync).WithName(EndpointNames.Show);
        group.MapGet($"{one}/callback", handlers.CompleteAsync).WithName(EndpointNames.Callback);
        group.MapPost($"{one}/connect", handlers.ConnectAsync).WithName(EndpointNames.Connect);
        group.MapPost($"{one}/test", handlers.TestAsync).WithName(EndpointNames.Test);
        group.MapPost($"{one}/disconnect", handlers.DisconnectAsync).WithName(EndpointNames.Disconnect);
        return group.ExcludeFromDescription();
    }
}
