using AuthProfiles;
using AuthProfiles.Testing;
using AuthProfiles.Zendesk;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Snippets;

/// <summary>Connectors that users' consents authorize, offline.</summary>
[TestFixture]
public sealed class UsersTests
{
    [Test]
    public async Task A_user_consents_and_reads_a_ticket()
    {
        await using var app = new Offline(Support.RegisterForUsers);
        while (app.Local.Zendesk.Tickets.Add("The printer is on fire").Id < 7)
        {
        }

        await app.ConsentAsync("zendesk-users", tenant: "acme");

        var ticket = await Support.ReadAsync(app.Services.GetRequiredService<ZendeskClient>());

        Assert.That(ticket.Subject, Is.EqualTo("The printer is on fire"));
    }

    [Test]
    public async Task A_user_consents_and_is_answered()
    {
        await using var app = new Offline(Assistant.RegisterForUsers);
        app.Local.AzureOpenAI.Answer("Hi");
        await app.ConsentAsync("openai-users");

        var answer = await Assistant.AskForAsync(app.Services.GetRequiredService<AzureOpenAIClient>());

        Assert.That(answer.Text, Is.EqualTo("Hi"));
    }

    private sealed class Offline : IAsyncDisposable
    {
        private readonly ServiceProvider _services;

        public Offline(Action<App> register)
        {
            var services = new ServiceCollection();
            register(new(services));
            Local = services.UseLocalServices();
            _services = services.BuildServiceProvider();
            _services.GetRequiredService<IStartupValidator>().Validate();
        }

        public LocalServices Local { get; }

        public IServiceProvider Services => _services;

        public async Task ConsentAsync(string profile, string? tenant = null)
        {
            var connections = _services.GetRequiredService<IConnections>();
            Local.AuthorizationServer.SignIn("mia");
            var start = await connections.StartAsync(profile, tenant, "mia", new() { CallbackLink = new("https://app.example/callback") });
            await connections.CompleteAsync(await Local.AuthorizationServer.ConsentAsync(start.Address), tenant, "mia");
        }

        public async ValueTask DisposeAsync()
        {
            await _services.DisposeAsync();
            await Local.DisposeAsync();
        }
    }
}
