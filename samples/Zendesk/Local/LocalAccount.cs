using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using AuthProfiles.Samples;
using Microsoft.Extensions.Configuration;

namespace Zendesk.Local;

/// <summary>An account of a local service, and the settings that a program would have for it. Its secrets are made up at each start, its tickets are always the same.</summary>
internal sealed class LocalAccount : IAsyncDisposable
{
    private const string Subdomain = "acme";
    private const string Administrator = "admin@local.example";
    private const int OldTickets = 240;

    private readonly LocalServicesHost _services;

    private LocalAccount(LocalServicesHost services) => _services = services;

    public static async Task<LocalAccount> StartAsync(IConfigurationBuilder settings, TimeProvider? clock, CancellationToken cancellationToken)
    {
        var local = new LocalAccount(await LocalServicesHost.StartAsync(new() { Clock = clock }, cancellationToken));
        try
        {
            settings.AddInMemoryCollection(local.Add((clock ?? TimeProvider.System).GetUtcNow()));
            Console.WriteLine("No account in the settings: a local service stands in for it.");
            Console.WriteLine();
            return local;
        }
        catch
        {
            await local.DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private Dictionary<string, string?> Add(DateTimeOffset now)
    {
        var account = _services.Zendesk.Account(Subdomain);
        using var tickets = new MemoryStream(Encoding.UTF8.GetBytes(Tickets(now)));
        account.Tickets.LoadJsonLines(tickets);

        // Long enough for the progress to be seen.
        account.Jobs.Duration = TimeSpan.FromSeconds(3);

        var (clientId, secret, token) = ("acme_reports", NewSecret(), NewSecret());
        _services.AuthorizationServer.AddClient(clientId, secret, Subdomain);
        account.AddApiToken(Administrator, token);
        var address = $"{_services.ZendeskAddress}{{subdomain}}/";
        return new(StringComparer.Ordinal)
        {
            [$"{Settings.SupportPath}:BaseUrl"] = address,
            [$"{Settings.SupportPath}:Subdomain"] = Subdomain,
            [$"{Settings.SupportPath}:ClientId"] = clientId,
            [$"{Settings.SupportPath}:ClientSecret"] = secret,
            [$"{Settings.LegacyPath}:BaseUrl"] = address,
            [$"{Settings.LegacyPath}:Subdomain"] = Subdomain,
            [$"{Settings.LegacyPath}:Email"] = Administrator,
            [$"{Settings.LegacyPath}:ApiToken"] = token,
        };
    }

    // Old ones, which a second export passes over, and one that has just come in.
    private static string Tickets(DateTimeOffset now)
    {
        var lines = new StringBuilder();
        for (var i = 0; i < OldTickets; i++)
        {
            Append(lines, $"Printer {i + 1} is on fire", i % 3 == 0 ? "open" : "solved", new DateTimeOffset(2026, 1, 5, 8, 0, 0, TimeSpan.Zero).AddHours(i));
        }

        Append(lines, "The new printer smokes", "open", now.AddMinutes(-2));
        return lines.ToString();
    }

    private static void Append(StringBuilder lines, string subject, string status, DateTimeOffset createdAt) =>
        lines.Append(CultureInfo.InvariantCulture, $$"""{"subject":"{{subject}}","status":"{{status}}","created_at":"{{createdAt:yyyy-MM-ddTHH:mm:ssZ}}"}""").Append('\n');

    private static string NewSecret() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
