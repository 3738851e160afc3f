using Microsoft.Extensions.Configuration;

namespace Snippets;

/// <summary>What docs/injection.md says goes over the wire.</summary>
[TestFixture]
public sealed class InjectionTests
{
    [Test]
    public async Task The_four_places_are_where_the_page_shows_them()
    {
        string[] sent =
        [
            await SendAsync(InjectionPlaces.RegisterHeader, static run => run.GetAsync("lights?floor=3")),
            await SendAsync(InjectionPlaces.RegisterQuery, static run => run.GetAsync("lights?floor=3")),
            await SendAsync(InjectionPlaces.RegisterPath, static run => run.GetAsync("{key}/lights?floor=3")),
            await SendAsync(InjectionPlaces.RegisterPayload, static run => run.PostAsync("lights", "{\"on\":true}")),
        ];

        Assert.That(sent, Is.EqualTo(Markdown.BlocksOf("docs/injection.md", "http").Select(static block => block.Text)));
    }

    private static async Task<string> SendAsync(Action<App> register, Func<WireRun, Task> call)
    {
        await using var run = new WireRun("rooms", register, new ConfigurationBuilder().AddInMemoryCollection([new("AuthProfiles:Profiles:rooms:key", "k/123")]).Build());
        await call(run);
        return run.Sent.Requests.Single();
    }
}
