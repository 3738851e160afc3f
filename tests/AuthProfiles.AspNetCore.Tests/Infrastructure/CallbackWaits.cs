using System.Text.RegularExpressions;

namespace AuthProfiles.AspNetCore.Tests.Infrastructure;

/// <summary>Begins the consents that a case of a callback speaks of, and puts what came of them in its address.</summary>
internal sealed partial class CallbackWaits(WebTest web)
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal)
    {
        ["cb"] = WebTest.Callback,
        ["iss"] = "https%3A%2F%2Flogin.calendar.example",
        ["mail.iss"] = "https%3A%2F%2Flogin.mail.example",
        ["16k"] = new('a', 16 * 1024),
        ["100k"] = new('a', 100_000),
    };

    /// <summary>Returns the address of a case.</summary>
    public async Task<string> FillAsync(string template)
    {
        var text = template.Replace("{ok}", "code={code}&state={state}&iss={iss}", StringComparison.Ordinal);
        if (text.Contains("{old.", StringComparison.Ordinal))
        {
            await BeginAsync("old.", "calendar");
            web.Local.Clock.Advance(TimeSpan.FromMinutes(11));
        }

        if (text.Contains("{used.", StringComparison.Ordinal))
        {
            await web.Connections.CompleteAsync(await BeginAsync("used.", "calendar"), user: "mia");
            await web.Connections.DisconnectAsync("calendar", user: "mia");
        }

        await BeginAsync(string.Empty, "calendar");
        await BeginAsync("ben.", "calendar", "ben");
        await BeginAsync("acme.", "calendar", tenant: "acme");
        await BeginAsync("mail.", "mail");
        return Hole().Replace(text, hole => _values[hole.Groups[1].Value]);
    }

    private async Task<Uri> BeginAsync(string prefix, string profile, string user = "mia", string? tenant = null)
    {
        var start = await web.Connections.StartAsync(profile, tenant, user, new() { CallbackLink = new($"{WebTest.Origin}/connections/{profile}/callback") });
        web.Provider.SignIn(user);
        var callback = await web.Provider.ConsentAsync(start.Address);
        foreach (var pair in callback.Query.TrimStart('?').Split('&').Select(static pair => pair.Split('=')).Where(static pair => pair[0] is "code" or "state"))
        {
            _values[prefix + pair[0]] = pair[1];
        }

        return callback;
    }

    [GeneratedRegex("{([a-z0-9.]+)}")]
    private static partial Regex Hole();
}
