using AuthProfiles;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace Snippets;

[TestFixture]
public sealed class CalendarTests
{
    [Test]
    public async Task A_user_consents_and_reads_their_week()
    {
        using var api = new MockHttpMessageHandler();
        api.When("https://api.calendar.example/week").Respond("application/json", "{\"number\":7}");
        var services = new ServiceCollection();
        Calendar.Register(new(services));
        services.AddHttpClient<Calendar.CalendarClient>().ConfigurePrimaryHttpMessageHandler(() => api);
        await using var local = services.UseLocalServices();
        await using var provider = services.BuildServiceProvider();
        var (connections, calendar) = (provider.GetRequiredService<IConnections>(), provider.GetRequiredService<Calendar.CalendarClient>());

        local.AuthorizationServer.SignIn("mia");
        var start = await connections.StartAsync("calendar", user: "mia", options: new() { CallbackLink = new("https://app.example/callback") });
        var callback = await local.AuthorizationServer.ConsentAsync(start.Address);    // what a browser would do: no window, no port
        await connections.CompleteAsync(callback, user: "mia");

        var week = await calendar.WeekAsync("mia");
        local.Clock.Advance(TimeSpan.FromHours(2));                                    // the token expires …
        await calendar.WeekAsync("mia");
        Assert.That(local.AuthorizationServer.CountTokenRequests("refresh_token"), Is.EqualTo(1)); // … and was renewed

        Assert.That(week?.Number, Is.EqualTo(7));
    }
}
