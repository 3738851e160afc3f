using AuthProfiles.Verification;

namespace AuthProfiles.DependencyInjection;

/// <summary>Finds the way of a probe: that of the client bound to the profile, which may go by a proxy or to a test's own handler.</summary>
internal sealed class ProbeRoutes(ClientTable bindings, ProfileTable profiles, IHttpClientFactory clients, IHttpMessageHandlerFactory handlers)
{
    /// <exception cref="AuthorizationException">The bound client can't be made.</exception>
    public ProbeRoute For(string profile) => bindings.ClientOf(profile) is { } name
        ? new(handlers.CreateHandler(name), clients.CreateClient(name), bindings.Get(name))
        : new(handlers.CreateHandler(OwnClient.NameOf(ProbeClient.Name, profiles.Get(profile).Profile.Definition.PrimaryHandler)));
}
