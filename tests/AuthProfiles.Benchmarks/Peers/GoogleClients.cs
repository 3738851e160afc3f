using Google.Apis.Auth.OAuth2;
using Google.Apis.Http;

namespace AuthProfiles.Benchmarks.Peers;

/// <summary>Makes Google's client with a token that it is given.</summary>
internal static class GoogleClients
{
    public static ConfigurableHttpClient Make(HttpMessageHandler primary, string token)
    {
        var factory = new HttpClientFromMessageHandlerFactory(_ => new(primary, performsAutomaticDecompression: false, handlesRedirect: false));
        var arguments = new CreateHttpClientArgs { ApplicationName = "benchmarks" };
        arguments.Initializers.Add(GoogleCredential.FromAccessToken(token));
        return factory.CreateHttpClient(arguments);
    }
}
