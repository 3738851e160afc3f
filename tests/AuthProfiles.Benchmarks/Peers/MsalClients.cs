using AuthProfiles.Benchmarks.Stubs;
using Microsoft.Identity.Client;

namespace AuthProfiles.Benchmarks.Peers;

/// <summary>Makes MSAL's clients over a token endpoint in memory.</summary>
internal static class MsalClients
{
    public static readonly string[] Scopes = ["https://cognitiveservices.azure.com/.default"];

    public static IConfidentialClientApplication Make(TokenService tokens) => ConfidentialClientApplicationBuilder
        .Create("4d2b6f6e-0000-0000-0000-000000000001")
        .WithClientSecret("not-a-secret")
        .WithAuthority(new Uri("https://login.microsoftonline.com/4d2b6f6e-0000-0000-0000-000000000002"))
        .WithInstanceDiscovery(enableInstanceDiscovery: false)
        .WithHttpClientFactory(new OneClient(new HttpClient(tokens)))
        .Build();

    private sealed class OneClient(HttpClient client) : IMsalHttpClientFactory
    {
        public HttpClient GetHttpClient() => client;
    }
}
