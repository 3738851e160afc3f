using AuthProfiles.Acquisition;
using AuthProfiles.Connections;

namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>Makes sources of credentials over a token endpoint in memory.</summary>
internal static class Sources
{
    public const string Address = "https://api.example.com/v1/";

    public static CredentialSource Make(TokenService tokens, string baseUrl = Address, TimeProvider? clock = null)
    {
        var client = new HttpMessageInvoker(tokens);
        return new(Profile("service", baseUrl), new(() => client, clock ?? TimeProvider.System, new InMemoryConnectionStore()));
    }

    public static async Task<CredentialSource> MakeWarmAsync(string baseUrl = Address)
    {
        var source = Make(new TokenService(), baseUrl);
        await source.AcquireAsync(ConnectionName.Own, CancellationToken.None);
        return source;
    }

    /// <summary>Fills options as a developer would.</summary>
    public static void Fill(ClientCredentialsOptions options, string baseUrl = Address)
    {
        options.BaseUrl = baseUrl;
        options.TokenUrl = "https://login.example.com/oauth2/token";
        options.ClientId = "4d2b6f6e-client";
        options.ClientSecret = "not-a-secret";
        options.Scope["scope"] = "read write";
    }

    private static ClientCredentialsProfile Profile(string name, string baseUrl)
    {
        var options = new ClientCredentialsOptions();
        Fill(options, baseUrl);
        return new(name, options);
    }
}
