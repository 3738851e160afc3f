using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using HandWritten.Wire;
using Microsoft.Extensions.Configuration;

namespace HandWritten;

/// <summary>Zendesk by source-generated JSON.</summary>
internal sealed class Support
{
    private readonly HttpClient _http;

    public Support(HttpClient http, IConfiguration settings)
    {
        _http = http;
        var pair = Encoding.UTF8.GetBytes($"{settings["Support:Email"]}/token:{settings["Support:ApiToken"]}");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(pair));
    }

    public async Task<string> AnswerAsync(string query)
    {
        var found = await _http.GetFromJsonAsync($"api/v2/search?query={Uri.EscapeDataString("type:ticket " + query)}", Json.Default.SearchAnswer);
        var lines = new List<string>();
        foreach (var ticket in found!.Results)
        {
            using var answer = await _http.PutAsJsonAsync($"api/v2/tickets/{ticket.Id}", new UpdateCall(new(new("Looking into it.", Public: false))), Json.Default.UpdateCall);
            answer.EnsureSuccessStatusCode();
            using var tags = await _http.PutAsJsonAsync($"api/v2/tickets/{ticket.Id}/tags", new TagCall(["seen"]), Json.Default.TagCall);
            tags.EnsureSuccessStatusCode();
            var now = (await _http.GetFromJsonAsync($"api/v2/tickets/{ticket.Id}", Json.Default.TicketAnswer))!.Ticket;
            lines.Add($"{now.Id}, \"{now.Subject}\", now tagged {string.Join(", ", now.Tags)}");
        }

        return string.Join("; ", lines);
    }
}
