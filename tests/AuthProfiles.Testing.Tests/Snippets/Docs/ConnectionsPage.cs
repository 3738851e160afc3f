using AuthProfiles;

namespace Snippets;

public static class ConnectionsPage
{
    internal static async Task ConnectAsync(IConnections connections, string token)
    {
        await connections.ConnectAsync("weather", user: "mia", inputs: new Dictionary<string, string> { ["key"] = "k-123" });
        await connections.ConnectAsync("support", tenant: "acme", inputs: new Dictionary<string, string> { ["email"] = "agent@acme.example", ["apiToken"] = token });
    }

    internal static async Task AskAgainAsync(IConnections connections, HttpClient calendar)
    {
        try
        {
            Console.WriteLine(await calendar.For(user: "mia").GetStringAsync("week"));
        }
        catch (AuthorizationRequiredException)
        {
            await connections.LogInAsync("calendar", user: "mia");
            Console.WriteLine(await calendar.For(user: "mia").GetStringAsync("week"));
        }
    }

    internal static void Describe(CustomOptions o)
    {
        o.AdditionalFields.Add(new("pin", Title: "PIN", Hint: "Six digits; the card shows them.") { Pattern = "[0-9]{6}", Example = "123456" });
    }

    internal static async Task OwnAppAsync(IConnections connections, string id, string secret)
    {
        await connections.ConnectAsync("calendar", tenant: "acme", inputs: new Dictionary<string, string> { ["clientId"] = id, ["clientSecret"] = secret });
        await connections.LogInAsync("calendar", tenant: "acme", user: "mia");      // consents to acme's app
    }
}
