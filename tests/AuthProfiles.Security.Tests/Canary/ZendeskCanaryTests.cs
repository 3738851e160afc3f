using System.Text;
using AuthProfiles.Security.Tests.Origins;
using AuthProfiles.Zendesk;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>Zendesk, with the secrets of accounts, uploads, webhooks and OAuth clients: no sink is told of one, whatever Zendesk answers.</summary>
[TestFixture]
[Category("Canary")]
[NonParallelizable]
public sealed class ZendeskCanaryTests
{
    private static readonly string[] s_ways = ["client credentials", "token", "API token"];

    [Test]
    [CancelAfter(20_000)]
    public async Task No_sink_is_told_of_a_secret([ValueSource(nameof(s_ways))] string way, CancellationToken cancellation)
    {
        using var run = new CanaryRun();
        var (outcome, token) = ("200", "200");
        await using var service = new RecordingListener(request => request.Target.EndsWith("/oauth/tokens", StringComparison.Ordinal) && request.Body.Contains("grant_type", StringComparison.Ordinal)
            ? CanaryService.Answer(token, request, $$"""{"access_token":"{{run.Give("access token")}}","refresh_token":"{{run.Give("refresh token")}}","token_type":"bearer","scope":"read write","expires_in":1800}""")
            : CanaryService.Answer(outcome, request, Good(run, request)));
        foreach (var next in CanaryService.Outcomes.Except(["silence"]))
        {
            (outcome, token) = (next, "200");
            await UseAsync(way, run, service, next, cancellation);
        }

        foreach (var next in way is "client credentials" ? CanaryService.Outcomes.Except(["200", "silence"]) : [])
        {
            (outcome, token) = ("200", next);
            await UseAsync(way, run, service, $"token {next}", cancellation);
        }

        run.AssertClean(atLeast: 5_000, service);
    }

    /// <summary>Zendesk takes the token of an upload that is deleted in the path, and paths are logged and traced: a limit that the method tells.</summary>
    [Test]
    [CancelAfter(20_000)]
    public async Task The_token_of_an_upload_is_seen_where_addresses_are_once_it_is_deleted(CancellationToken cancellation)
    {
        using var run = new CanaryRun(hasEvents: false);
        await using var service = new RecordingListener(static _ => RecordingListener.Answer(204));
        var services = run.CreateServices();
        services.AddZendesk("support", o => (o.BaseUrl, o.Subdomain, o.Token) = (service.Address + "{subdomain}/", "acme", "t"));
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<ZendeskClient>().Uploads.DeleteAsync(run.Plant("upload token", ""), cancellation);

        run.Dispose();
        Assert.That(run.Told.All.Where(told => new LeakScanner(run.Secrets).Scan([told]).Any()).Select(static told => told.Sink.Split('.')[^1]).Distinct(StringComparer.Ordinal), Is.EquivalentTo(["LogicalHandler", "ClientHandler", "Http"]));
    }

    private static async Task UseAsync(string way, CanaryRun run, RecordingListener service, string what, CancellationToken cancellation)
    {
        var services = run.CreateServices();
        services.AddZendesk("support", o =>
        {
            o.BaseUrl = service.Address + "{subdomain}/";
            o.Subdomain = "acme";
            _ = way switch
            {
                "client credentials" => (object)((o.ClientId, o.ClientSecret) = ("app", run.Plant("client secret", ""))),
                "token" => o.Token = run.Plant("access token", ""),
                _ => (o.Email, o.ApiToken) = ("mia@example.com", run.Plant("API token", "")),
            };
        });
        await using var provider = services.BuildServiceProvider();
        var zendesk = provider.GetRequiredService<ZendeskClient>();
        run.Teller.Tell("client", zendesk);
        var tester = provider.GetRequiredService<IAuthorizationTester>();
        await run.TryAsync($"test, {what}", () => tester.TestAsync("support", cancellationToken: cancellation));
        await run.TryAsync($"ticket, {what}", () => zendesk.Tickets.GetAsync(7, cancellation));
        await run.TryAsync($"ticket with an upload, {what}", () => zendesk.Tickets.UpdateAsync(7, new() { Comment = Comment.Public("See it.") with { Uploads = [run.Plant("upload token", "")] } }, cancellation));
        await run.TryAsync($"on behalf, {what}", () => zendesk.OnBehalfOf("mia@example.com").Tickets.GetAsync(7, cancellation));
        await run.TryAsync($"upload, {what}", () => zendesk.Uploads.CreateAsync(File(), "a.txt", "text/plain", cancellationToken: cancellation));
        await run.TryAsync($"second upload, {what}", () => zendesk.Uploads.CreateAsync(File(), "b.txt", "text/plain", run.Plant("upload token", ""), cancellation));
        await AdministerAsync(run, zendesk, what, cancellation);
        await run.TryAsync($"raw request, {what}", () => zendesk.SendAsync(new(HttpMethod.Get, "api/v2/brands"), cancellation));
        await run.TryAsync($"request elsewhere, {what}", () => zendesk.SendAsync(new(HttpMethod.Get, "https://elsewhere.example/api/v2/brands"), cancellation));
    }

    private static async Task AdministerAsync(CanaryRun run, ZendeskClient zendesk, string what, CancellationToken cancellation)
    {
        var hook = new NewWebhook { Name = "n", Endpoint = new("https://acme.example/hook"), Authentication = WebhookAuthentication.ApiKey("X-Key", run.Plant("webhook key")) };
        run.Teller.Tell("webhook to be", hook);
        await run.TryAsync($"webhook, {what}", () => zendesk.Webhooks.CreateAsync(hook, cancellation));
        await run.TryAsync($"webhook change, {what}", () => zendesk.Webhooks.UpdateAsync("01EJ", new() { Authentication = WebhookAuthentication.Basic("u", run.Plant("webhook password")) }, cancellation));
        await run.TryAsync($"webhook test, {what}", () => zendesk.Webhooks.TestAsync(hook with { Authentication = WebhookAuthentication.Bearer(run.Plant("webhook token")) }, "x", cancellation));
        await run.TryAsync($"signing secret, {what}", () => zendesk.Webhooks.GetSigningSecretAsync("01EJ", cancellation));
        await run.TryAsync($"new signing secret, {what}", () => zendesk.Webhooks.ResetSigningSecretAsync("01EJ", cancellation));
        await run.TryAsync($"OAuth token, {what}", () => zendesk.OAuth.Tokens.CreateAsync(1234, ["read"], cancellation));
        await run.TryAsync($"OAuth client, {what}", () => zendesk.OAuth.Clients.GenerateSecretAsync(1, cancellation));
        var signature = new ZendeskWebhookSignature(run.Plant("signing secret", isSent: false));
        run.Teller.Tell("signature", signature);
        run.Teller.Tell("verdict", signature.Verify(run.Give("signature"), "2026-11-21T12:00:00Z", "{}"u8));
    }

    private static string Good(CanaryRun run, ReceivedRequest request)
    {
        var path = request.Target.Split('?')[0].Replace("/acme/api/v2/", "", StringComparison.Ordinal);
        return path switch
        {
            "uploads" => $$$"""{"upload":{"token":"{{{run.Give("upload token")}}}","attachment":{"id":1,"file_name":"a.txt"},"attachments":[]}}""",
            _ when path.EndsWith("signing_secret", StringComparison.Ordinal) => $$$"""{"signing_secret":{"algorithm":"SHA256","secret":"{{{run.Give("signing secret")}}}"} }""",
            _ when path.StartsWith("webhooks/test", StringComparison.Ordinal) => """{"response":{}}""",
            _ when path.StartsWith("webhooks", StringComparison.Ordinal) => $$$"""{"webhook":{"id":"01EJ","name":"n","signing_secret":{"algorithm":"SHA256","secret":"{{{run.Give("signing secret")}}}"} } }""",
            _ when path.StartsWith("oauth/tokens", StringComparison.Ordinal) => $$$"""{"token":{"id":1,"token":"{{{run.Give("made token")}}}","refresh_token":"{{{run.Give("made refresh token")}}}","scopes":["read"]}}""",
            _ when path.StartsWith("oauth/clients", StringComparison.Ordinal) => $$$"""{"client":{"id":1,"secret":"{{{run.Give("made client secret")}}}"}}""",
            _ => """{"ticket":{"id":7,"subject":"s"},"count":{"value":1}}""",
        };
    }

    private static MemoryStream File() => new(Encoding.UTF8.GetBytes("a file"));
}
