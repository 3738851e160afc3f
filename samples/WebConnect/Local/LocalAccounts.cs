using AuthProfiles.Samples;
using WebConnect.SignIn;

namespace WebConnect.Local;

/// <summary>
/// Accounts at local services, and the settings that a program would have for them. What they granted is remembered in the program's directory,
/// so that connections are good at the next start.
/// </summary>
internal sealed class LocalAccounts : IAsyncDisposable
{
    private const string Subdomain = "acme-help";
    private const string ZendeskClient = "acme_support_desk";
    private const string EntraClient = "support-desk";
    private const string Chat = "gpt-4o-mini";

    // Known to everybody who reads this; they open nothing but services that end with this program.
    private const string ZendeskSecret = "local-zendesk-secret";
    private const string EntraSecret = "local-entra-secret";

    private readonly Dictionary<string, string?> _settings = new(StringComparer.Ordinal);

    private LocalAccounts(LocalServicesHost services) => Services = services;

    public LocalServicesHost Services { get; }

    /// <summary>Starts the services, loads the tickets and adds the settings.</summary>
    public static async Task<LocalAccounts> StartAsync(string directory, IConfigurationBuilder settings, TimeProvider? clock, CancellationToken cancellationToken)
    {
        var options = new LocalServicesOptions
        {
            Clock = clock,
            Accounts = [.. DemoUsers.All.Select(static user => user.Email)],
            MemoryFile = Path.Combine(directory, "local-services.json"),
        };
        var accounts = new LocalAccounts(await LocalServicesHost.StartAsync(options, cancellationToken));
        try
        {
            await accounts.AddZendeskAsync(cancellationToken);
            await accounts.AddAzureOpenAIAsync(cancellationToken);
            settings.AddInMemoryCollection(accounts._settings);
            Console.WriteLine($"No accounts in the settings: local services stand in for Zendesk ({accounts.Services.ZendeskAddress}) and Microsoft ({accounts.Services.LoginAddress}).");
            return accounts;
        }
        catch
        {
            await accounts.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => Services.DisposeAsync();

    private async Task AddZendeskAsync(CancellationToken cancellationToken)
    {
        var account = Services.Zendesk.Account(Subdomain);
        foreach (var user in DemoUsers.All)
        {
            account.Users.Add(user.Email, user.Name);
        }

        using var tickets = new MemoryStream(await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "tickets.jsonl"), cancellationToken));
        account.Tickets.LoadJsonLines(tickets);

        // The app is the organisation's own, made in its Zendesk account.
        Services.AuthorizationServer.AddClient(ZendeskClient, ZendeskSecret, Subdomain);
        Set(Sections.ZendeskPath, "BaseUrl", $"{Services.ZendeskAddress}{{subdomain}}/");
        Set(Sections.ZendeskPath, "AuthorizationUrl", $"{Services.ZendeskAddress}{{subdomain}}/oauth/authorizations/new");
        Set(Sections.ZendeskPath, "TokenUrl", $"{Services.ZendeskAddress}{{subdomain}}/oauth/tokens");
        Set(Sections.ZendeskPath, $"Connections:{Employee.Organisation}:Subdomain", Subdomain);
        Set(Sections.ZendeskPath, $"Connections:{Employee.Organisation}:ClientId", ZendeskClient);
        Set(Sections.ZendeskPath, $"Connections:{Employee.Organisation}:ClientSecret", ZendeskSecret);
    }

    private async Task AddAzureOpenAIAsync(CancellationToken cancellationToken)
    {
        Services.AzureOpenAI.Resource("support").AddChatDeployment(Chat);
        var endpoint = await Services.AddAzureOpenAIResourceAsync("support", cancellationToken);
        Services.AuthorizationServer.AddClient(EntraClient, EntraSecret);
        Set(Sections.AzureOpenAIPath, "BaseUrl", endpoint.AbsoluteUri);
        Set(Sections.AzureOpenAIPath, "AuthorizationUrl", $"{Services.LoginAddress}{{{{tenantId}}}}/oauth2/v2.0/authorize");
        Set(Sections.AzureOpenAIPath, "TokenUrl", $"{Services.LoginAddress}{{{{tenantId}}}}/oauth2/v2.0/token");
        Set(Sections.AzureOpenAIPath, "TenantId", "organizations");
        Set(Sections.AzureOpenAIPath, "ClientId", EntraClient);
        Set(Sections.AzureOpenAIPath, "ClientSecret", EntraSecret);
        Set(Sections.AssistantPath, "ChatDeployment", Chat);
    }

    private void Set(string section, string name, string value) => _settings[$"{section}:{name}"] = value;
}
