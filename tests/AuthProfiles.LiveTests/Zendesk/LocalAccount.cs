using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using AuthProfiles.Testing;

namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>The local Zendesk with one of everything, as its administrator sees it.</summary>
internal sealed class LocalAccount : HttpMessageHandler
{
    private readonly ManualClock _clock = new();
    private readonly LocalZendesk _zendesk;

    public LocalAccount()
    {
        _zendesk = new LocalZendesk(new LocalAuthorizationServer(_clock), _clock);
        _zendesk.Tickets.Add("Fire", "The printer burns.", priority: "urgent", tags: ["fire"]);
        _zendesk.Tickets.Add("Smoke", "And smokes.");
        _zendesk.Tickets.Add("Closed", status: "closed");
        _zendesk.Tickets.Add("Deleted");
        _zendesk.Tickets.Add("Deleted too");
        _zendesk.Users.Add("mia@acme.example", "Mia");
    }

    /// <summary>Makes a past: a file, changes, deletions, and a job with a failure.</summary>
    public async Task<Subjects> LiveAsync(HttpClient http)
    {
        using var file = new StringContent("%PDF", Encoding.UTF8, "application/pdf");
        using var uploaded = await http.PostAsync(new Uri("api/v2/uploads?filename=fire.pdf", UriKind.Relative), file);
        var upload = (await uploaded.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("upload");
        await AskAsync(http, HttpMethod.Put, "tickets/1", """{"ticket":{"external_id":"e","type":"task","assignee_id":9000000000001,"custom_fields":[{"id":7,"value":"x"}],"comment":{"body":"Note","public":false}}}""");
        await AskAsync(http, HttpMethod.Delete, "tickets/destroy_many?ids=4,5");
        await AskAsync(http, HttpMethod.Put, "tickets/update_many?ids=2,3", """{"ticket":{"priority":"low"}}""");
        _clock.Advance(TimeSpan.FromMinutes(3));
        return new(_zendesk.Tickets[1].Comments[0].Id, upload.GetProperty("token").GetString()!, upload.GetProperty("attachment").GetProperty("id").GetInt64());
    }

    /// <summary>Gets the job that <see cref="LiveAsync"/> began last, which has one item of each kind.</summary>
    public static string Job => 2.ToString("x32", null);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Authorization = new("Bearer", await TokenAsync(cancellationToken));
        return await _zendesk.AnswerAsync(request, cancellationToken);
    }

    // One for each request, since a request may end its own.
    private async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://acme.zendesk.com/oauth/tokens")
        {
            Content = JsonContent.Create(new { grant_type = "client_credentials", client_id = "app", client_secret = "any", scope = "read write" }),
        };
        using var response = await _zendesk.AnswerAsync(request, cancellationToken);
        return (await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken)).GetProperty("access_token").GetString()!;
    }

    private static async Task AskAsync(HttpClient http, HttpMethod method, string path, string? body = null)
    {
        using var request = new HttpRequestMessage(method, "api/v2/" + path);
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }
}
