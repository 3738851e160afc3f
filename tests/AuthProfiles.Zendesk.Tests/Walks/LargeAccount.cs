using AuthProfiles.Testing;
using AuthProfiles.Zendesk.Tests.Support;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Zendesk.Tests.Walks;

/// <summary>An application at an account with many tickets, behind a network with faults. Its tokens live for half an hour of the account's own time.</summary>
internal sealed class LargeAccount : IAsyncDisposable
{
    private readonly ServiceProvider _provider;

    public LargeAccount(int tickets)
    {
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(ZendeskApp.SettingsOf(
            ("AuthProfiles:Zendesk:support:Subdomain", "acme"),
            ("AuthProfiles:Zendesk:support:ClientId", "walker"),
            ("AuthProfiles:Zendesk:support:ClientSecret", "s3cret")));
        var http = services.AddZendesk("support");
        Local = services.UseLocalServices();
        http.AddHttpMessageHandler(() => new FaultyNetwork(Local));
        services.AddSingleton<TimeProvider>(new WaitlessClock(Local.Clock));
        _provider = services.BuildServiceProvider();

        Local.AuthorizationServer.AddClient("walker", "s3cret", "acme");
        var account = Local.Zendesk.Account("acme");
        account.LimitOperation("incremental-exports", HttpMethod.Get, "incremental/tickets/cursor", perMinute: 10);
        for (var i = 0; i < tickets; i++)
        {
            account.Tickets.Add($"Ticket {i}", "It burns, and nobody knows why.", priority: "high", tags: ["fire", "printer"]);
            if (i % 100 == 0)
            {
                Local.Clock.Advance(TimeSpan.FromSeconds(7));
            }
        }

        // Exports do not tell of the last minute.
        Local.Clock.Advance(TimeSpan.FromMinutes(2));
    }

    public LocalServices Local { get; }

    public ZendeskClient Zendesk => _provider.GetRequiredService<ZendeskClient>();

    public async ValueTask DisposeAsync()
    {
        await _provider.DisposeAsync();
        await Local.DisposeAsync();
    }
}
