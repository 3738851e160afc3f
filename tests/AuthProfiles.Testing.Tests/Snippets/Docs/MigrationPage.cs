using System.Net.Http.Headers;
using AuthProfiles;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

public static class MigrationPage
{
    private static readonly ICredentialOfAnotherLibrary _credential = new Known();

    internal static void OpenAI(App builder)
    {
        builder.Services.AddAzureOpenAI("assistant", o => o.Endpoint = "contoso.openai.azure.com")
            .AddChatClient("gpt-4o-mini");
    }

    internal static void KeepOpenAI(App builder)
    {
        builder.Services.AddHttpClient("official").AddAuthorizationProfile("assistant");
    }

    internal static async Task<string> AskAsync(IChatClient chat) => (await chat.For("acme").GetResponseAsync("Hello")).Text;

    internal static void AzureIdentity(App builder)
    {
        builder.Services.AddAuthProfiles()
            .AddClientCredentials("graph", o =>
            {
                o.Provider = OAuthProviders.EntraId;
                o.BaseUrl = "https://graph.microsoft.com/v1.0/";
                o.Scope["scope"] = "https://graph.microsoft.com/.default";
            });
    }

    internal static void KeepAzureIdentity(App builder)
    {
        var credential = _credential;
        builder.Services.AddAuthProfiles()
            .AddDelegate("graph", o =>
            {
                o.BaseUrl = "https://graph.microsoft.com/v1.0/";
                o.Acquire = async (request, cancellationToken) =>
                {
                    var token = await credential.GetTokenAsync(new(["https://graph.microsoft.com/.default"]), cancellationToken);
                    return Credential.Bearer(token.Token, token.ExpiresOn);
                };
            });
    }

    internal static void BeforeByHand(App builder)
    {
        builder.Services.AddTransient<TokenHandler>();
        builder.Services.AddHttpClient<OrdersClient>().AddHttpMessageHandler<TokenHandler>();
    }

    internal static void AfterByHand(App builder)
    {
        builder.Services.AddHttpClient<OrdersClient>().AddAuthorizationProfile("orders");
    }

    public sealed class OrdersClient(HttpClient http)
    {
        public HttpClient Http => http;
    }

    public sealed class TokenHandler(TokenCache tokens) : DelegatingHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await tokens.GetAsync(cancellationToken));
            return await base.SendAsync(request, cancellationToken);
        }
    }

    public sealed class TokenCache
    {
        public Task<string> GetAsync(CancellationToken cancellationToken) => Task.FromResult(cancellationToken.IsCancellationRequested ? string.Empty : "t-123");
    }

    /// <summary>Has the shape of Azure.Core's TokenCredential, which the tests do without.</summary>
    internal interface ICredentialOfAnotherLibrary
    {
        ValueTask<AccessTokenOfIt> GetTokenAsync(ContextOfIt context, CancellationToken cancellationToken);
    }

    internal sealed record ContextOfIt(string[] Scopes);

    internal sealed record AccessTokenOfIt(string Token, DateTimeOffset ExpiresOn);

    private sealed class Known : ICredentialOfAnotherLibrary
    {
        public ValueTask<AccessTokenOfIt> GetTokenAsync(ContextOfIt context, CancellationToken cancellationToken) => new(new AccessTokenOfIt("t-123", DateTimeOffset.MaxValue));
    }
}
