using System.Net;
using System.Security.Claims;
using AuthProfiles;
using AuthProfiles.AspNetCore;
using AuthProfiles.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace NativeAot;

/// <summary>A web application with every package in it, over services in memory.</summary>
internal sealed class HelpDesk : IAsyncDisposable
{
    public const string Tenant = "acme";
    public const string User = "mia";
    public const string Calls = "tickets";

    private readonly WebApplication _application;

    private HelpDesk(WebApplication application, LocalServices local)
    {
        _application = application;
        Local = local;
    }

    public LocalServices Local { get; }

    public IServiceProvider Services => _application.Services;

    public Uri Address => new(_application.Urls.Single());

    public static async Task<HelpDesk> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(static kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var local = Register(builder);
        Fill(local);
        var desk = new HelpDesk(builder.Build(), local);
        desk.Map();
        await desk._application.StartAsync();
        return desk;
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        await Local.DisposeAsync();
    }

    private static LocalServices Register(WebApplicationBuilder builder)
    {
        builder.Configuration.AddInMemoryCollection(
        [
            new("AuthProfiles:AzureOpenAI:assistant:ChatDeployment", "gpt-4o-mini"),
            new("AuthProfiles:AzureOpenAI:assistant:EmbeddingDeployment", "text-embedding-3-small"),
            new($"AuthProfiles:AzureOpenAI:assistant:Connections:{Tenant}:Endpoint", "acme.openai.azure.com"),
            new($"AuthProfiles:AzureOpenAI:assistant:Connections:{Tenant}:TenantId", "acme.example.com"),
            new($"AuthProfiles:AzureOpenAI:assistant:Connections:{Tenant}:ClientId", "assistant-of-acme"),
            new($"AuthProfiles:AzureOpenAI:assistant:Connections:{Tenant}:ClientSecret", "not-a-secret"),
            new($"AuthProfiles:Zendesk:support:Connections:{Tenant}:Email", "agent@example.com"),
            new($"AuthProfiles:Zendesk:support:Connections:{Tenant}:ApiToken", "not-a-secret-either"),
            new($"AuthProfiles:Profiles:zendesk-users:Connections:{Tenant}:ClientId", "desk-of-acme"),
            new($"AuthProfiles:Profiles:zendesk-users:Connections:{Tenant}:ClientSecret", "not-a-secret"),
        ]);
        var services = builder.Services;

        // The keys of cookies and forms are as short-lived as everything here.
        services.AddDataProtection().UseEphemeralDataProtectionProvider();
        services.AddAzureOpenAI("assistant");
        services.AddZendesk("support");
        services.AddAuthProfiles().AddAuthorizationCode("zendesk-users", static options =>
        {
            options.Provider = OAuthProviders.Zendesk;
            options.Scope["scope"] = "read write";
        });
        services.AddHttpClient(Calls).AddAuthorizationProfile("zendesk-users").ForSignedInUser();
        services.AddSingleton<ISignedInUser, SignedInAgent>();
        return services.UseLocalServices();
    }

    private static void Fill(LocalServices local)
    {
        local.AuthorizationServer.AddClient("assistant-of-acme", "not-a-secret", "acme.example.com");
        local.AuthorizationServer.AddClient("desk-of-acme", "not-a-secret", Tenant);
        local.AuthorizationServer.SignIn(User);
        var resource = local.AzureOpenAI.Resource(Tenant);
        resource.Directory = "acme.example.com";
        resource.AddChatDeployment("gpt-4o-mini");
        resource.AddEmbeddingDeployment("text-embedding-3-small");
        local.AzureOpenAI.Answer("The printer on the third floor is on fire.");
        var account = local.Zendesk.Account(Tenant);
        account.AddApiToken("agent@example.com", "not-a-secret-either");
        account.Tickets.Add("Printer on fire", "It burns, on the third floor.");
    }

    private void Map()
    {
        // Stands in for the host's own login.
        _application.Use(static (context, next) =>
        {
            context.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, User)], "sample"));
            return next(context);
        });
        _application.UseAuthProfiles();
        _application.MapGet("/ticket", ShowTicketAsync);
        _application.MapAuthProfiles("/connections");
    }

    private static async Task ShowTicketAsync(HttpContext context)
    {
        using var client = context.RequestServices.GetRequiredService<IHttpClientFactory>().CreateClient(Calls);
        using var answer = await client.GetAsync(new Uri("api/v2/tickets/1.json", UriKind.Relative), context.RequestAborted);
        context.Response.StatusCode = (int)answer.StatusCode;
        await answer.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
