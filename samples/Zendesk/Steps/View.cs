using System.Net.Http.Json;
using System.Text.Json;
using AuthProfiles.Zendesk;

namespace Zendesk.Steps;

/// <summary>What an authorization sees of an account.</summary>
/// <param name="Who">The user whom it acts as.</param>
/// <param name="Tickets">How many tickets there are for them.</param>
/// <param name="First">The ids of the first few.</param>
internal sealed record View(string Who, long Tickets, string First)
{
    private static readonly PageOptions Few = new() { PageSize = 5 };

    public static async Task<View> OfAsync(ZendeskClient zendesk, CancellationToken cancellationToken)
    {
        var user = (await AskAsync(zendesk, "users/me", cancellationToken)).GetProperty("user");
        var count = await zendesk.Tickets.CountAsync(cancellationToken);
        var page = await zendesk.Tickets.ListPageAsync(Few, cancellationToken);
        return new($"{user.GetProperty("name").GetString()} ({user.GetProperty("role").GetString()})", count.Value, string.Join(' ', page.Items.Select(static ticket => ticket.Id)));
    }

    /// <summary>Asks what the token of the client is good for. Zendesk gives one for scopes that it does not know, too.</summary>
    public static async Task<IReadOnlyList<string>> ScopesAsync(ZendeskClient zendesk, CancellationToken cancellationToken)
    {
        var token = (await AskAsync(zendesk, "oauth/tokens/current", cancellationToken)).GetProperty("token");
        return [.. token.GetProperty("scopes").EnumerateArray().Select(static scope => scope.GetString()!)];
    }

    // An operation that the client has no method for: the request is authorized all the same.
    private static async Task<JsonElement> AskAsync(ZendeskClient zendesk, string path, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v2/" + path);
        using var response = await zendesk.SendAsync(request, cancellationToken);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
    }
}
