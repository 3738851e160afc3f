using AuthProfiles.Connections;
using AuthProfiles.Injection;

namespace AuthProfiles;

/// <summary>Says whose authorization a request uses.</summary>
public static class AuthProfilesHttpClientExtensions
{
    /// <summary>Returns a view of the client whose requests use one connection.</summary>
    /// <remarks>
    /// A view is light: a client with the same settings over the same pooled handlers. Make one per call or keep it for as long as
    /// the client; it needs no disposal. It is as thread-safe as the client.
    /// </remarks>
    /// <param name="client">A client made by the factory with <c>AddAuthorizationProfile</c>, by <c>CreateHttpClient</c>, or a view of one.</param>
    /// <param name="tenant">The application's own name for its customer, or null.</param>
    /// <param name="user">The application's own name for the user, or null.</param>
    /// <returns>The view.</returns>
    /// <exception cref="AuthorizationException">A name is not valid, or the client has no profile. Nothing was sent.</exception>
    public static HttpClient For(this HttpClient client, string? tenant = null, string? user = null)
    {
        ArgumentNullException.ThrowIfNull(client);
        var binding = ClientBindings.Require(client);
        var name = ConnectionName.Create(binding.Source.Profile.Definition.Name, tenant, user);
#pragma warning disable CA2000 // The view owns nothing: neither it nor its handler has anything to dispose.
        var view = new ViewClient(new ViewHandler(name, binding.Chain), binding)
#pragma warning restore CA2000
        {
            Timeout = client.Timeout,
            MaxResponseContentBufferSize = client.MaxResponseContentBufferSize,
            DefaultRequestVersion = client.DefaultRequestVersion,
            DefaultVersionPolicy = client.DefaultVersionPolicy,
        };
        binding.Address(view, name, client);

        HeaderLine.Copy(client.DefaultRequestHeaders, view.DefaultRequestHeaders);
        return view;
    }

    /// <summary>Names the connection that one request uses, before any view of the client it is sent with.</summary>
    /// <param name="request">The request.</param>
    /// <param name="tenant">The application's own name for its customer, or null.</param>
    /// <param name="user">The application's own name for the user, or null.</param>
    /// <returns>The same request.</returns>
    /// <exception cref="AuthorizationException">A name is not valid.</exception>
    public static HttpRequestMessage For(this HttpRequestMessage request, string? tenant = null, string? user = null)
    {
        ArgumentNullException.ThrowIfNull(request);
        RequestConnection.Set(request, ConnectionName.Create(string.Empty, tenant, user));
        return request;
    }

    /// <summary>Says that an answer 401 to this request may be about something else than the credential, such as the user that it acts for: then nothing is renewed, and the answer comes back.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The same request.</returns>
    public static HttpRequestMessage NotRenewing(this HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(request);
        SpentRules.Deny(request);
        return request;
    }

    /// <summary>Makes a client for a profile without a container.</summary>
    /// <remarks>The client owns its connections: keep one for the life of the program. Clients of the same profile instance share its credentials.</remarks>
    /// <param name="profile">The profile. It needs a base address.</param>
    /// <returns>The client, with the profile's base address. The caller disposes it.</returns>
    /// <exception cref="AuthorizationException">The profile has no base address.</exception>
    public static HttpClient CreateHttpClient(this IAuthorizationProfile profile)
    {
#pragma warning disable CA2000 // The client disposes the chain.
        var primary = new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) };
        return CreateHttpClient(profile, primary);
#pragma warning restore CA2000
    }

    /// <summary>Makes a client for a profile without a container, over a handler of the caller's.</summary>
    /// <param name="profile">The profile. It needs a base address.</param>
    /// <param name="primary">The innermost handler, such as one with a proxy or a mock. The client disposes it.</param>
    /// <returns>The client, with the profile's base address. The caller disposes it.</returns>
    /// <exception cref="AuthorizationException">The profile has no base address.</exception>
    public static HttpClient CreateHttpClient(this IAuthorizationProfile profile, HttpMessageHandler primary)
    {
        ArgumentNullException.ThrowIfNull(profile);
        var source = Acquisition.StandaloneSources.Of(profile);
        ConnectionHandler? chain = null;
        var binding = new ClientBinding(source, () => chain!);
#pragma warning disable CA2000 // The client disposes the chain.
        chain = new(source) { InnerHandler = new CredentialHandler(source, binding) { InnerHandler = primary } };
#pragma warning restore CA2000
        var client = new HttpClient(chain);
        binding.Prepare(client);
        ClientBindings.Add(client, binding);
        return client;
    }
}
