using System.Security.Cryptography;
using AuthProfiles.Samples;
using Microsoft.Extensions.Configuration;

namespace Quickstart.Local;

/// <summary>
/// Accounts of two customers at local services, and the settings that a program would have for them: acme by OAuth 2.0 client credentials,
/// globex by an API token and an API key. The secrets are made up at each start.
/// </summary>
internal sealed class LocalAccounts : IAsyncDisposable
{
    private const string Acme = "acme";
    private const string Globex = "globex";
    private const string AcmeSubdomain = "acme-help";
    private const string GlobexSubdomain = "globex";
    private const string AcmeDirectory = "acme.example.com";
    private const string Chat = "gpt-4o-mini";
    private const string Embedding = "text-embedding-3-small";

    private readonly LocalServicesHost _services;
    private readonly Dictionary<string, string?> _settings = new(StringComparer.Ordinal);

    private LocalAccounts(LocalServicesHost services) => _services = services;

    /// <summary>Starts the services, loads the tickets and adds the settings.</summary>
    public static async Task<LocalAccounts> StartAsync(string? ticketsFile, IConfigurationBuilder settings, CancellationToken cancellationToken)
    {
        var tickets = await TicketsFile.ReadAsync(ticketsFile ?? Path.Combine(AppContext.BaseDirectory, "tickets.jsonl"), [Acme, Globex], cancellationToken);
        var accounts = new LocalAccounts(await LocalServicesHost.StartAsync(cancellationToken: cancellationToken));
        try
        {
            accounts.AddZendesk(tickets);
            await accounts.AddAzureOpenAIAsync(cancellationToken);
            settings.AddInMemoryCollection(accounts._settings);
            Console.WriteLine("No accounts in the settings: local services on free ports stand in for those of acme and globex.");
            Console.WriteLine();
            return accounts;
        }
        catch
        {
            await accounts.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private void AddZendesk(TicketsFile tickets)
    {
        var address = _services.ZendeskAddress;
        Set(Sections.SupportPath, "BaseUrl", $"{address}{{subdomain}}/");

        var (clientId, secret, token) = ("quickstart_acme", NewSecret(), NewSecret());
        _services.AuthorizationServer.AddClient(clientId, secret, AcmeSubdomain);
        tickets.LoadInto(_services.Zendesk.Account(AcmeSubdomain).Tickets, Acme);
        Set(Sections.SupportPath, $"Connections:{Acme}:Subdomain", AcmeSubdomain);
        Set(Sections.SupportPath, $"Connections:{Acme}:ClientId", clientId);
        Set(Sections.SupportPath, $"Connections:{Acme}:ClientSecret", secret);

        _services.Zendesk.Account(GlobexSubdomain).AddApiToken("agent@example.com", token);
        tickets.LoadInto(_services.Zendesk.Account(GlobexSubdomain).Tickets, Globex);
        Set(Sections.SupportPath, $"Connections:{Globex}:Subdomain", GlobexSubdomain);
        Set(Sections.SupportPath, $"Connections:{Globex}:Email", "agent@example.com");
        Set(Sections.SupportPath, $"Connections:{Globex}:ApiToken", token);
    }

    private async Task AddAzureOpenAIAsync(CancellationToken cancellationToken)
    {
        Set(Sections.AssistantPath, "LoginUrl", $"{_services.LoginAddress}{{{{tenantId}}}}/oauth2/v2.0/token");
        Set(Sections.AssistantPath, "ChatDeployment", Chat);
        Set(Sections.AssistantPath, "EmbeddingDeployment", Embedding);

        var (clientId, secret, key) = (Guid.NewGuid().ToString(), NewSecret(), NewSecret());
        _services.AuthorizationServer.AddClient(clientId, secret, AcmeDirectory);
        _services.AzureOpenAI.Resource(Acme).Directory = AcmeDirectory;
        await AddResourceAsync(Acme, NewSecret(), cancellationToken);
        Set(Sections.AssistantPath, $"Connections:{Acme}:TenantId", AcmeDirectory);
        Set(Sections.AssistantPath, $"Connections:{Acme}:ClientId", clientId);
        Set(Sections.AssistantPath, $"Connections:{Acme}:ClientSecret", secret);

        await AddResourceAsync(Globex, key, cancellationToken);
        Set(Sections.AssistantPath, $"Connections:{Globex}:ApiKey", key);
    }

    private async Task AddResourceAsync(string tenant, string key, CancellationToken cancellationToken)
    {
        var resource = _services.AzureOpenAI.Resource(tenant);
        resource.Key1 = key;
        resource.AddChatDeployment(Chat);
        resource.AddEmbeddingDeployment(Embedding);
        var endpoint = await _services.AddAzureOpenAIResourceAsync(tenant, cancellationToken);
        Set(Sections.AssistantPath, $"Connections:{tenant}:Endpoint", endpoint.AbsoluteUri);
    }

    private void Set(string section, string name, string value) => _settings[$"{section}:{name}"] = value;

    private static string NewSecret() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
