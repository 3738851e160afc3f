using AuthProfiles;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

/// <summary>The pages of <c>docs/profiles</c> that show what goes over the wire.</summary>
internal static class WireCases
{
    public static readonly WireCase[] All =
    [
        new("docs/profiles/api-key.md", "weather", ApiKey.Register, ("Key", "k-123")),
        new("docs/profiles/basic.md", "ledger", LedgerBasic.Register, ("Password", "p-123")) { Call = static run => run.GetAsync("accounts") },
        new("docs/profiles/bearer.md", "builds", BuildsBearer.Register, ("Token", "t-123")) { Call = static run => run.GetAsync("runs") },
        new("docs/profiles/custom.md", "bank", Bank.Register, ("pin", "123456")) { Call = static run => run.PostAsync("transfers", "{\"amount\":7}") },
        new("docs/profiles/delegate.md", "drive", DriveFunction.Register)
        {
            BesideSettings = DriveFunction.RegisterBesideSettings,
            Call = static run => run.GetAsync("files"),
        },
        new("docs/profiles/client-credentials.md", "orders", Orders.Register, ("ClientId", "app"), ("ClientSecret", "s-123")) { Call = static run => run.GetAsync("orders/7", "acme") },
        new("docs/profiles/authorization-code.md", "calendar", Calendar.Register, ("ClientId", "app"), ("ClientSecret", "s-123"))
        {
            Call = static async run =>
            {
                await run.ConsentAsync("mia");
                await run.GetAsync("week", user: "mia");
                run.Clock.Advance(TimeSpan.FromHours(2));
                await run.GetAsync("week", user: "mia");
            },
        },
        new("docs/profiles/device-code.md", "tv", TvDeviceCode.Register, ("ClientId", "app"))
        {
            Call = static async run =>
            {
                await run.LogInOnDeviceAsync("mia");
                await run.GetAsync("programmes", user: "mia");
            },
        },
        new("docs/profiles/refresh-token.md", "mailbox", MailboxRefreshToken.Register, ("ClientId", "app"), ("ClientSecret", "s-123"), ("RefreshToken", "rt-0")) { Call = static run => run.GetAsync("messages") },
        new("docs/profiles/token-exchange.md", "billing", BillingExchange.Register, ("ClientId", "app"), ("ClientSecret", "s-123"))
        {
            BesideSettings = BillingExchange.RegisterBesideSettings,
            Call = static run => run.GetAsync("invoices", user: "mia"),
        },
        new("docs/profiles/jwt-bearer.md", "reports", ReportsJwtBearer.Register, ("ClientId", "robot@reports.example")) { Call = static run => run.GetAsync("monthly") },
        new("docs/profiles/password.md", "legacy", LegacyPassword.Register, ("ClientId", "app"), ("ClientSecret", "s-123"), ("Password", "p-123")) { Call = static run => run.GetAsync("records") },
    ];
}
