using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Identity;

namespace AuthProfiles.Benchmarks.Peers;

/// <summary>Makes Azure.Core's pipelines and Azure.Identity's credentials over handlers of ours.</summary>
internal static class AzurePipelines
{
    /// <summary>Makes a credential over a token endpoint in memory.</summary>
    public static ClientSecretCredential Credential(TokenService tokens) => new ClientSecretCredential(
        "4d2b6f6e-0000-0000-0000-000000000002",
        "4d2b6f6e-0000-0000-0000-000000000001",
        "not-a-secret",
        new ClientSecretCredentialOptions { Transport = new HttpClientTransport(tokens), DisableInstanceDiscovery = true });

    /// <summary>Makes the pipeline that Azure's own clients have, with its policy for bearer tokens.</summary>
    public static HttpPipeline Bearer(HttpMessageHandler primary, TokenCredential credential) =>
        HttpPipelineBuilder.Build(new Options(primary), new BearerTokenAuthenticationPolicy(credential, MsalClients.Scopes));

    /// <summary>Makes a pipeline with a fixed header: the policy for bearer tokens refuses plain http.</summary>
    public static HttpPipeline Fixed(HttpMessageHandler primary, string token) => HttpPipelineBuilder.Build(new Options(primary), new FixedHeader("Bearer " + token));

    public static Case Get(string name, HttpPipeline pipeline, Uri address) => new(name, async calls =>
    {
        for (var i = 0; i < calls; i++)
        {
            await GetAsync(pipeline, address);
        }
    });

    public static async Task GetAsync(HttpPipeline pipeline, Uri address)
    {
        using var message = pipeline.CreateMessage();
        message.BufferResponse = false;
        message.Request.Method = RequestMethod.Get;
        message.Request.Uri.Reset(address);
        await pipeline.SendAsync(message, CancellationToken.None);
        if (message.Response.IsError)
        {
            throw new InvalidOperationException($"The call was answered {message.Response.Status}.");
        }
    }

    private sealed class Options : ClientOptions
    {
        public Options(HttpMessageHandler primary) => Transport = new HttpClientTransport(primary);
    }

    private sealed class FixedHeader(string line) : HttpPipelineSynchronousPolicy
    {
        public override void OnSendingRequest(HttpMessage message) => message.Request.Headers.SetValue("Authorization", line);
    }
}
