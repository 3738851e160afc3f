using AuthProfiles.Benchmarks.Measuring;
using RestSharp;
using RestSharp.Authenticators.OAuth2;

namespace AuthProfiles.Benchmarks.Peers;

/// <summary>Makes RestSharp's client with its own authenticator.</summary>
internal static class RestClients
{
    public static RestClient Make(HttpMessageHandler primary, string token) => new(new RestClientOptions
    {
        ConfigureMessageHandler = _ => primary,
        Authenticator = new OAuth2AuthorizationRequestHeaderAuthenticator(token, "Bearer"),
    });

    public static Case Get(string name, RestClient client, Uri address) => new(name, async calls =>
    {
        for (var i = 0; i < calls; i++)
        {
            var response = await client.ExecuteAsync(new RestRequest(address));
            if (!response.IsSuccessStatusCode)
            {
                throw new InvalidOperationException($"The call was answered {response.StatusCode}.", response.ErrorException);
            }
        }
    });
}
