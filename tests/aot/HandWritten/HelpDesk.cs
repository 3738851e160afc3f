using System.Net;
using AuthProfiles.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace HandWritten;

/// <summary>A web application over the services in memory.</summary>
internal sealed class HelpDesk : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly LocalServices _local;

    private HelpDesk(WebApplication application, LocalServices local) => (_application, _local) = (application, local);

    public Assistant Assistant => _application.Services.GetRequiredService<Assistant>();

    public Support Support => _application.Services.GetRequiredService<Support>();

    public static async Task<HelpDesk> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        builder.Configuration.AddInMemoryCollection(
        [
            new("Assistant:TokenUrl", "https://login.microsoftonline.com/acme.example.com/oauth2/v2.0/token"),
            new("Assistant:ClientId", "assistant-of-acme"),
            new("Assistant:ClientSecret", "not-a-secret"),
            new("Support:Email", "agent@example.com"),
            new("Support:ApiToken", "not-a-secret-either"),
            new("Users:ClientId", "desk-of-acme"),
            new("Users:ClientSecret", "not-a-secret"),
        ]);
        var local = Fill();
        var services = builder.Services;
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAntiforgery();
        services.AddHttpClient("token").ConfigurePrimaryHttpMessageHandler(local.CreateTokenHandler);
        services.AddSingleton<TokenCache>().AddTransient<BearerHandler>();
        services.AddHttpClient<Assistant>(static http => http.BaseAddress = new("https://acme.openai.azure.com/openai/v1/"))
            .AddHttpMessageHandler<BearerHandler>().ConfigurePrimaryHttpMessageHandler(local.CreateHandler);
        services.AddHttpClient<Support>(static http => http.BaseAddress = new("https://acme.zendesk.com/")).ConfigurePrimaryHttpMessageHandler(local.CreateHandler);
        services.AddHttpClient("users", static http => http.BaseAddress = new("https://acme.zendesk.com/")).ConfigurePrimaryHttpMessageHandler(local.CreateHandler);
        services.AddSingleton<UserPages>();
        var application = builder.Build();
        application.Services.GetRequiredService<UserPages>().Map(application);
        await application.StartAsync();
        return new(application, local);
    }

    /// <summary>Does what a browser would.</summary>
    public async Task<string> VisitAsync()
    {
        using var handler = new SocketsHttpHandler { AllowAutoRedirect = false };
        using var browser = new HttpClient(handler) { BaseAddress = new(_application.Urls.Single()) };
        using var left = await browser.GetAsync(new Uri("/ticket", UriKind.Relative));
        using var back = await browser.GetAsync(await _local.AuthorizationServer.ConsentAsync(left.Headers.Location!));
        using var page = await browser.GetAsync(back.Headers.Location);
        page.EnsureSuccessStatusCode();
        var connections = await browser.GetStringAsync(new Uri("/connections", UriKind.Relative));
        return $"mia consented and has the ticket; the page of connections has {connections.Length:#,0} characters.";
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await _local.DisposeAsync();
    }

    private static LocalServices Fill()
    {
        var local = new LocalServices();
        local.AuthorizationServer.AddClient("assistant-of-acme", "not-a-secret", "acme.example.com");
        local.AuthorizationServer.AddClient("desk-of-acme", "not-a-secret", "acme");
        local.AuthorizationServer.SignIn("mia");
        var resource = local.AzureOpenAI.Resource("acme");
        resource.Directory = "acme.example.com";
        resource.AddChatDeployment("gpt-4o-mini");
        resource.AddEmbeddingDeployment("text-embedding-3-small");
        local.AzureOpenAI.Answer("The printer on the third floor is on fire.");
        var account = local.Zendesk.Account("acme");
        account.AddApiToken("agent@example.com", "not-a-secret-either");
        account.Tickets.Add("Printer on fire", "It burns, on the third floor.");
        return local;
    }
}
