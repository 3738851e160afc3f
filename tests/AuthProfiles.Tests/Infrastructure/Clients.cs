using AuthProfiles.Acquisition;
using AuthProfiles.Injection;

namespace AuthProfiles.Tests.Infrastructure;

/// <summary>Clients over a stub, with a clock of the test's.</summary>
internal static class Clients
{
    public static HttpClient Over(HttpMessageHandler primary, IAuthorizationProfile profile, TimeProvider clock, IConnectionStore? store = null)
    {
        var source = new CredentialSource(profile, new(() => new HttpMessageInvoker(primary, disposeHandler: false), clock, store ?? new InMemoryConnectionStore()));
        ConnectionHandler? chain = null;
        var binding = new ClientBinding(source, () => chain!);
        chain = new(source) { InnerHandler = new CredentialHandler(source, binding) { InnerHandler = primary } };
        var client = new HttpClient(chain);
        binding.Prepare(client);
        ClientBindings.Add(client, binding);
        return client;
    }
}
