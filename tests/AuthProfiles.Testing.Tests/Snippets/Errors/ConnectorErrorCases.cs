using System.Net;
using AuthProfiles;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.Zendesk;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

/// <summary>What goes wrong on the pages of the two connectors.</summary>
internal static class ConnectorErrorCases
{
    private static readonly (string Name, string Value)[] Application = [("TenantId", "contoso.example"), ("ClientId", "app"), ("ClientSecret", "s-123")];
    private static readonly (string Name, string Value)[] Client = [("Subdomain", "acme"), ("ClientId", "app"), ("ClientSecret", "s-123")];

    public static IEnumerable<ErrorCase> AzureOpenAI =>
    [
        Azure(),
        Azure(("ApiKey", "k-123"), ("Endpoint", "https://contoso.openai.azure.com/openai/deployments/gpt/chat/completions?api-version=2024-10-21")),
        Azure(("ApiKey", "k-123"), ("Endpoint", "contoso.example.com")),
        Azure(("TenantId", "contoso.example"), ("ClientId", "app")) with { Call = ChatAsync },
        Azure([("TenantId", "common"), .. Application[1..]]) with { Call = ChatAsync },
        Azure(Application) with { Call = ChatAsync, Answer = (HttpStatusCode.Unauthorized, """{"error":"invalid_client","error_description":"AADSTS7000215"}""") },
        Azure(Application) with { Call = ChatAsync, Answer = (HttpStatusCode.BadRequest, """{"error":"unauthorized_client","error_description":"AADSTS700016"}""") },
        Azure(Application) with { Call = ChatAsync, Answer = (HttpStatusCode.BadRequest, """{"error":"invalid_request","error_description":"AADSTS90002"}""") },
        Azure(Application) with { Call = ChatAsync, Answer = (HttpStatusCode.BadRequest, """{"error":"invalid_scope","error_description":"AADSTS70011"}""") },
        Azure(("ApiKey", "k-123")) with { Call = static run => run.Services.GetRequiredService<AzureOpenAIClient>().For(user: "mia").CompleteChatAsync(new ChatRequest("Hello")) },
        Answered(HttpStatusCode.Unauthorized, """{"error":{"code":"401","message":"Access denied due to invalid subscription key or wrong API endpoint."}}"""),
        Answered(HttpStatusCode.Unauthorized, """{"error":{"code":"PermissionDenied","message":"The principal lacks the required data action."}}"""),
        Answered(HttpStatusCode.BadRequest, """{"error":{"code":"Tenant provided in token does not match resource token","message":"Token tenant does not match resource tenant."}}"""),
        Answered(HttpStatusCode.Forbidden, """{"error":{"code":"403","message":"Access denied due to Virtual Network/Firewall rules."}}"""),
        Answered(HttpStatusCode.NotFound, """{"error":{"code":"DeploymentNotFound","message":"The API deployment for this resource does not exist."}}"""),
        Answered(HttpStatusCode.NotFound, """{"error":{"code":"404","message":"Resource not found"}}"""),
        Answered(HttpStatusCode.BadRequest, """{"error":{"code":"OperationNotSupported","message":"The chatCompletion operation does not work with the specified model, text-embedding-3-small."}}"""),
        Answered(HttpStatusCode.BadRequest, """{"error":{"code":"unsupported_parameter","message":"Unsupported parameter: 'max_tokens'.","param":"max_tokens"}}"""),
        Answered(HttpStatusCode.BadRequest, """{"error":{"code":"content_filter","message":"The response was filtered.","status":400}}"""),
        Answered(HttpStatusCode.Found, string.Empty),
    ];

    public static IEnumerable<ErrorCase> Zendesk =>
    [
        Desk(),
        Desk([("Subdomain", "acme.example.com"), .. Client[1..]]) with { Call = ReadAsync },
        Desk([("Subdomain", "acme"), ("Email", "agent@acme.example")]) with { Call = ReadAsync },
        Desk(Client) with { Call = ReadAsync, Answer = (HttpStatusCode.Unauthorized, """{"error":"invalid_client"}""") },
        Desk(Client) with { Call = ReadAsync, Answer = (HttpStatusCode.NotFound, "<html>") },
        Desk([("ClientId", "app"), ("ClientSecret", "s-123"), ("Connections:acme:Subdomain", "acme")]) with { Call = static run => run.Services.GetRequiredService<ZendeskClient>().For("initech").Tickets.GetAsync(7) },
        Desk(Client) with { Call = static run => run.Services.GetRequiredService<ZendeskClient>().For("acme", user: "mia").Tickets.GetAsync(7) },
        Desk([.. Client, ("BaseUrl", "https://{subdomain}.zendesk.com")]),
        Refused(HttpStatusCode.Unauthorized, """{"error":"invalid_token","error_description":"The access token provided is expired, revoked, malformed or invalid for other reasons."}"""),
        Refused(HttpStatusCode.Unauthorized, """{"error":"Couldn't authenticate you"}"""),
        Refused(HttpStatusCode.Forbidden, """{"error":"Forbidden","description":"You are missing the following required scopes: write"}"""),
        Refused(HttpStatusCode.Forbidden, """{"error":{"title":"Forbidden","message":"You do not have access to this page."}}"""),
        Refused(HttpStatusCode.NotFound, """{"error":"RecordNotFound","description":"Not found"}"""),
        Refused(HttpStatusCode.Found, string.Empty),
        Desk(Client) with { Call = static run => run.Services.GetRequiredService<ZendeskClient>().OnBehalfOf("mia@example.com").Tickets.GetAsync(7), Service = (HttpStatusCode.Unauthorized, """{"error":"invalid_token"}""") },
    ];

    private static ErrorCase Azure(params (string Name, string Value)[] settings) =>
        new("assistant", static app => app.Services.AddAzureOpenAI("assistant"), [.. Array.Exists(settings, static setting => setting.Name == "Endpoint") ? [] : new[] { ("Endpoint", "contoso.openai.azure.com") }, ("ChatDeployment", "gpt-4o-mini"), .. settings]) { Section = "AuthProfiles:AzureOpenAI" };

    private static ErrorCase Answered(HttpStatusCode status, string body) => Azure(("ApiKey", "k-123")) with { Call = ChatAsync, Service = (status, body) };

    private static Task<ChatCompletion> ChatAsync(WireRun run) => run.Services.GetRequiredService<AzureOpenAIClient>().CompleteChatAsync(new ChatRequest("Hello"));

    private static ErrorCase Desk(params (string Name, string Value)[] settings) =>
        new("support", static app => app.Services.AddZendesk("support"), settings) { Section = "AuthProfiles:Zendesk" };

    private static ErrorCase Refused(HttpStatusCode status, string body) => Desk(Client) with { Call = ReadAsync, Service = (status, body) };

    private static Task<Ticket> ReadAsync(WireRun run) => run.Services.GetRequiredService<ZendeskClient>().Tickets.GetAsync(7);
}
