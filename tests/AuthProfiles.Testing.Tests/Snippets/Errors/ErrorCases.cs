using System.Net;
using AuthProfiles;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

/// <summary>All that goes wrong on the pages.</summary>
internal static class ErrorCases
{
    private static readonly (string Name, string Value) Key = ("Key", "k-123");
    private static readonly (string Name, string Value)[] Client = [("ClientId", "app"), ("ClientSecret", "s-123")];
    private static readonly (string Name, string Value)[] Acme = [("Connections:acme:ClientId", "app"), ("Connections:acme:ClientSecret", "s-123")];

    public static IEnumerable<ErrorCase> All => [.. Simple, .. Tokens, .. Consents, .. ConnectorErrorCases.AzureOpenAI, .. ConnectorErrorCases.Zendesk];

    private static IEnumerable<ErrorCase> Simple =>
    [
        new("weather", ApiKey.Register),
        new("weather", ApiKey.Register, ("Keyy", "k-123")),
        new("weather", ApiKey.Register, Key, ("OnConflict", "Overwrite")),
        new("weather", static app => app.Services.AddAuthProfiles().AddApiKey("weather"), Key) { Call = static run => run.GetAsync("today") },
        new("weather", static app => app.Services.AddAuthProfiles().AddApiKey("weather", o => o.BaseUrl = "http://api.weather.example/"), Key),
        new("weather", static app => app.Services.AddAuthProfiles().AddApiKey("weather", o => o.BaseUrl = "https://{region}.weather.example/"), Key),
        new("wether", ApiKey.Register),
        new("weather", ApiKey.Register, Key) { Call = ForeignClientAsync },
        new("weather", ApiKey.Register, Key) { Call = static run => run.GetAsync("https://other.example/today") },
        new("weather", ApiKey.Register, Key) { Call = static run => run.GetAsync("http://api.weather.example/v1/today") },
        new("weather", ApiKey.Register, Key) { Call = OtherHostAsync },
        new("weather", ApiKey.Register, Key) { Call = ConflictAsync },
        new("weather", ApiKey.Register, ("Key", "k-123\n")) { Call = static run => run.GetAsync("today") },
        new("weather", ApiKey.Register, Key) { Call = static run => run.GetAsync("today", user: "mia") },
        new("weather", ApiKey.Register, ("Connections:acme:Key", "k-acme")) { Call = static run => run.GetAsync("today", "initech") },
        new("weather", ApiKey.Register, ("Connections:acme:Key", "k-acme")) { Call = static run => run.GetAsync("today") },
        new("weather", ApiKey.Register, ("Connections:acme:Keyy", "k-acme")) { Call = static run => run.GetAsync("today", "acme") },
        new("weather", ApiKey.Register, Key, ("ConnectionMode", "PreAuthorized")) { Call = static run => run.GetAsync("today", user: "mia") },
        new("weather", ApiKey.Register, Key, ("ConnectionMode", "UserAuthorized")) { Call = static run => run.GetAsync("today") },
        new("ledger", LedgerBasic.Register),
        new("ledger", LedgerBasic.Register, ("Password", "p\u0007")) { Call = static run => run.GetAsync("accounts") },
        new("ledger", static app => app.Services.AddAuthProfiles().AddBasic("ledger", o => (o.BaseUrl, o.Username) = ("https://api.ledger.example/v2/", "ro:bot")), ("Password", "p-123")) { Call = static run => run.GetAsync("accounts") },
        new("builds", BuildsBearer.Register),
        new("builds", BuildsBearer.Register, ("Token", "t 123\n")) { Call = static run => run.GetAsync("runs") },
        new("bank", static app => app.Services.AddAuthProfiles().AddCustom("bank", o => o.BaseUrl = "https://api.bank.example/")),
        new("bank", static app => app.Services.AddAuthProfiles().AddCustom("bank", o =>
        {
            o.BaseUrl = "https://api.bank.example/";
            o.AdditionalFields.Add(new("pin"));
            o.AuthorizationFields.Add(AuthorizationField.Header("x-pin", "{{pni}}"));
        })),
        new("bank", Bank.Register) { Call = static run => run.PostAsync("transfers", "{}") },
        new("bank", Bank.Register, ("pin", "123456")) { Call = static run => run.GetAsync("transfers") },
        new("bank", Bank.Register, ("pin", "123456")) { Call = static run => run.PostAsync("transfers", "[1]") },
        new("bank", Bank.Register, ("pin", "123456")) { Call = static run => run.PostAsync("transfers", "{\"auth\":7}") },
        new("bank", Bank.Register, ("pin", "123456")) { Call = static run => run.PostAsync("transfers", "{\"auth\":{\"pin\":\"1\"}}") },
        new("rooms", InjectionPlaces.RegisterPath, ("key", "k-123")) { Call = static run => run.GetAsync("lights") },
        new("drive", static app => app.Services.AddAuthProfiles().AddDelegate("drive", o => o.BaseUrl = "https://api.drive.example/")),
        new("drive", static _ => { }, ("Type", "Delegate"), ("BaseUrl", "https://api.drive.example/")),
        new("drive", static app => app.Services.AddAuthProfiles().AddDelegate("drive", o =>
        {
            o.BaseUrl = "https://api.drive.example/";
            o.Acquire = static (request, _) => throw request.Failure(AuthorizationErrorKind.Configuration, "nobody is signed in to the drive");
        })) { Call = static run => run.GetAsync("files") },
        new("drive", static app => app.Services.AddAuthProfiles().AddDelegate("drive", o =>
        {
            o.BaseUrl = "https://api.drive.example/";
            o.Acquire = static (_, _) => new(new Credential([CredentialField.QueryString("ticket", "t-123")]));
        })) { Call = static run => run.GetAsync("files") },
        new("drive", static _ => { }, ("BaseUrl", "https://api.drive.example/")),
    ];

    private static IEnumerable<ErrorCase> Tokens =>
    [
        new("orders", Orders.Register),
        new("orders", Orders.Register, Acme) { Call = static run => run.GetAsync("orders/7") },
        new("orders", Orders.Register, Acme) { Call = static run => run.GetAsync("orders/7", "initech") },
        new("orders", Orders.Register, Acme) { Call = static run => run.GetAsync("orders/7", "acme", "mia") },
        new("orders", Orders.Register, Client) { Call = static run => run.GetAsync("orders/7", "a.b") },
        Refused(HttpStatusCode.Unauthorized, """{"error":"invalid_client"}"""),
        Refused(HttpStatusCode.BadRequest, """{"error":"invalid_scope"}"""),
        Refused(HttpStatusCode.BadRequest, """{"error":"unauthorized_client"}"""),
        Refused(HttpStatusCode.OK, "<html>"),
        Refused(HttpStatusCode.OK, """{"token_type":"Bearer"}"""),
        Refused(HttpStatusCode.OK, """{"access_token":"at-1","token_type":"mac"}"""),
        Refused(HttpStatusCode.Found, string.Empty),
        Refused(HttpStatusCode.NotFound, string.Empty),
        new("orders", static app => app.Services.AddAuthProfiles().AddClientCredentials("orders", o => (o.BaseUrl, o.TokenUrl) = ("https://api.orders.example/", "http://login.orders.example/token")), Client),
        new("orders", static app => app.Services.AddAuthProfiles().AddClientCredentials("orders", o => o.BaseUrl = "https://api.orders.example/"), Client),
        new("orders", static app => app.Services.AddAuthProfiles().AddClientCredentials("orders", o =>
        {
            (o.BaseUrl, o.TokenUrl) = ("https://api.orders.example/", "https://login.orders.example/token");
            o.ConnectionMode = ConnectionMode.UserAuthorized;
        }), Client),
        new("orders", Orders.Register, [.. Client, ("ClientAuthentication", "PrivateKeyJwt")]),
        new("orders", Orders.Register, [.. Client, ("Scope:grant_type", "x")]),
        new("mailbox", MailboxRefreshToken.Register, Client),
        new("mailbox", MailboxRefreshToken.Register, [.. Client, ("RefreshToken", "rt-0")]) { Call = static run => run.GetAsync("messages"), Answer = (HttpStatusCode.BadRequest, """{"error":"invalid_grant"}""") },
        new("billing", BillingExchange.Register, Client) { Call = static run => run.GetAsync("invoices", user: "mia"), Answer = (HttpStatusCode.BadRequest, """{"error":"invalid_target"}""") },
        new("billing", BillingExchange.Register, Client) { Call = static run => run.GetAsync("invoices", user: "mia"), Answer = (HttpStatusCode.OK, """{"access_token":"at-1","token_type":"Bearer","issued_token_type":"urn:ietf:params:oauth:token-type:saml2"}""") },
        new("billing", static app => app.Services.AddAuthProfiles().AddTokenExchange("billing", o => (o.BaseUrl, o.TokenUrl) = ("https://billing.example/api/", "https://login.example/token")), Client),
        new("reports", ReportsJwtBearer.Register),
        new("reports", ReportsJwtBearer.Register, ("ClientKey", "-----BEGIN RSA PRIVATE KEY-----")),
        new("reports", static app => app.Services.AddAuthProfiles().AddJwtBearer("reports", o =>
        {
            (o.BaseUrl, o.TokenUrl) = ("https://api.reports.example/", "https://login.reports.example/token");
            o.Claims["exp"] = "1";
        })),
        new("legacy", static app => app.Services.AddAuthProfiles().AddPassword("legacy", o => (o.BaseUrl, o.TokenUrl) = ("https://api.legacy.example/", "https://login.legacy.example/token")), [.. Client, ("Username", "robot"), ("Password", "p-123")]),
        new("legacy", LegacyPassword.Register, [.. Client, ("Password", "p-123")]) { Call = static run => run.GetAsync("records"), Answer = (HttpStatusCode.BadRequest, """{"error":"invalid_grant"}""") },
    ];

    private static IEnumerable<ErrorCase> Consents =>
    [
        new("calendar", Calendar.Register),
        new("calendar", Calendar.Register, Client) { Call = static run => run.GetAsync("week", user: "mia") },
        new("calendar", Calendar.Register, Client) { Call = static run => run.GetAsync("week") },
        new("calendar", Calendar.Register, Client) { Call = static run => run.Connections.StartAsync("calendar", user: "mia") },
        new("calendar", Calendar.Register, Client) { Call = static run => run.Connections.StartAsync("calendar", user: "mia", options: new() { CallbackLink = new("http://app.example/callback") }) },
        new("calendar", Calendar.Register, Client) { Call = static run => run.ConsentAsync("mia"), Answer = (HttpStatusCode.BadRequest, """{"error":"invalid_grant"}""") },
        new("calendar", Calendar.Register, Client) { Call = static run => run.Connections.CompleteAsync(new("https://app.example/callback?code=c-1&state=unknown"), user: "mia") },
        new("calendar", Calendar.Register, Client) { Call = DeniedAsync },
        new("calendar", Calendar.Register, Client) { Call = TwiceAsync },
        new("calendar", Calendar.Register, Client) { Call = LateAsync },
        new("calendar", Calendar.Register, Client) { Call = OtherUserAsync },
        new("calendar", static app => app.Services.AddAuthProfiles().AddAuthorizationCode("calendar", o => (o.BaseUrl, o.TokenUrl) = ("https://api.calendar.example/", "https://login.calendar.example/token")), Client),
        new("tv", static app => app.Services.AddAuthProfiles().AddDeviceCode("tv", o => (o.BaseUrl, o.TokenUrl) = ("https://api.tv.example/", "https://login.tv.example/token")), Client),
        new("tv", TvDeviceCode.Register, ("ClientId", "app")) { Call = static run => run.Connections.LogInAsync("tv", user: "mia") },
        new("tv", TvDeviceCode.Register, ("ClientId", "app")) { Call = static run => run.LogInOnDeviceAsync("mia"), Answer = (HttpStatusCode.BadRequest, """{"error":"access_denied"}""") },
        new("tv", TvDeviceCode.Register, ("ClientId", "app")) { Call = static run => run.LogInOnDeviceAsync("mia"), Answer = (HttpStatusCode.BadRequest, """{"error":"expired_token"}""") },
        new("tv", TvDeviceCode.Register, ("ClientId", "app")) { Call = static run => run.Connections.StartAsync("tv", user: "mia") },
    ];

    private static ErrorCase Refused(HttpStatusCode status, string body) => new("orders", Orders.Register, Acme) { Call = static run => run.GetAsync("orders/7", "acme"), Answer = (status, body) };

    private static async Task ConflictAsync(WireRun run)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "today");
        request.Headers.Add("x-api-key", "another");
        using var answer = await run.Client.SendAsync(request);
    }

    private static async Task OtherHostAsync(WireRun run)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "today") { Headers = { Host = "other.example" } };
        using var answer = await run.Client.SendAsync(request);
    }

    private static async Task ForeignClientAsync(WireRun run)
    {
        using var client = new HttpClient();
        await client.For("acme").GetStringAsync(new Uri("https://api.weather.example/v1/today"));
    }

    private static async Task DeniedAsync(WireRun run) =>
        await run.Connections.CompleteAsync(new("https://app.example/callback?error=access_denied&" + await StateAsync(run)), user: "mia");

    private static async Task TwiceAsync(WireRun run)
    {
        var callback = new Uri("https://app.example/callback?code=c-1&" + await StateAsync(run));
        await run.Connections.CompleteAsync(callback, user: "mia");
        await run.Connections.CompleteAsync(callback, user: "mia");
    }

    private static async Task LateAsync(WireRun run)
    {
        var callback = new Uri("https://app.example/callback?code=c-1&" + await StateAsync(run));
        run.Clock.Advance(TimeSpan.FromMinutes(11));
        await run.Connections.CompleteAsync(callback, user: "mia");
    }

    private static async Task OtherUserAsync(WireRun run) =>
        await run.Connections.CompleteAsync(new("https://app.example/callback?code=c-1&" + await StateAsync(run)), user: "joe");

    private static async Task<string> StateAsync(WireRun run)
    {
        var start = await run.Connections.StartAsync("calendar", user: "mia", options: new() { CallbackLink = new("https://app.example/callback") });
        return start.Address.Query.Split('&', '?').Single(static part => part.StartsWith("state=", StringComparison.Ordinal));
    }
}
