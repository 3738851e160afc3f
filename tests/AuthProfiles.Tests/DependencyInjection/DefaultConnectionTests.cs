using System.Collections.Immutable;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Tests.DependencyInjection;

/// <summary>Clients whose requests have a connection that they do not name: the request goes first, then the view, then what the client was told.</summary>
[TestFixture]
public sealed class DefaultConnectionTests
{
    private static readonly string?[] Users = ["mia", "joe", "ann"];

    [Test]
    public async Task The_request_goes_first_then_the_view_then_the_clients_default()
    {
        using var service = new StubPrimary();
        await using var services = await CreateAsync(service, static _ => (null, "mia"));
        var client = Client(services);

        await client.GetAsync("a");
        await client.For(user: "joe").GetAsync("b");
        using var request = new HttpRequestMessage(HttpMethod.Get, "c").For(user: "ann");
        await client.For(user: "joe").SendAsync(request);
        await client.For().GetAsync("d");

        Assert.That(service.Sent.Select(static sent => sent["x-api-key"]), Is.EqualTo(new[] { "key of mia", "key of joe", "key of ann", "own key" }));
    }

    [Test]
    public async Task The_address_is_that_of_the_default_connection()
    {
        using var service = new StubPrimary();
        await using var services = await CreateAsync(service, static _ => (null, "mia"), "https://{{site}}.api.example/");

        await Client(services).GetAsync("a");

        Assert.That(service.Sent.Single().Address.AbsoluteUri, Is.EqualTo("https://mia.api.example/a"));
    }

    [Test]
    public async Task What_says_whose_is_asked_on_each_request_and_ends_it_by_throwing()
    {
        using var service = new StubPrimary();
        var whose = new Queue<string>(["mia", "joe"]);
        await using var services = await CreateAsync(service, _ => (null, whose.Dequeue()));
        var client = Client(services);

        await client.GetAsync("a");
        await client.GetAsync("b");

        Assert.That(service.Sent.Select(static sent => sent["x-api-key"]), Is.EqualTo(new[] { "key of mia", "key of joe" }));
        await Assert.ThatAsync(() => client.GetAsync("c"), Throws.InvalidOperationException);
        Assert.That(service.Sent, Has.Count.EqualTo(2));
    }

    [Test]
    public void A_name_that_is_not_valid_is_refused_when_it_is_given() =>
        Assert.That(() => new ServiceCollection().AddHttpClient("x").For(user: "a:b"), Throws.TypeOf<AuthorizationException>());

    [Test]
    public void All_clients_at_once_are_refused() =>
        Assert.That(
            () => new ServiceCollection().ConfigureHttpClientDefaults(static clients => clients.For(user: "mia")),
            Throws.InvalidOperationException.With.Message.Contains("AddHttpClient(name)"));

    private static HttpClient Client(IServiceProvider services) => services.GetRequiredService<IHttpClientFactory>().CreateClient("weather");

    private static async Task<ServiceProvider> CreateAsync(StubPrimary service, Func<IServiceProvider, (string? Tenant, string? User)> select, string baseUrl = "https://api.example/")
    {
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddApiKey("weather", o =>
        {
            (o.BaseUrl, o.Header, o.Key) = (baseUrl, "x-api-key", "own key");
            if (baseUrl.Contains("site", StringComparison.Ordinal))
            {
                o.AdditionalFields.Add(new("site") { Secret = false });
                o.Inputs["site"] = "own";
            }
        });
        services.AddHttpClient("weather").AddAuthorizationProfile("weather").For(select).ConfigurePrimaryHttpMessageHandler(() => service);
        var provider = services.BuildServiceProvider();
        var store = provider.GetRequiredService<IConnectionStore>();
        foreach (var user in Users)
        {
            await store.TryWriteAsync(new() { Key = new("weather", null, user), Inputs = ImmutableDictionary<string, SecretValue>.Empty.Add("key", $"key of {user}").Add("site", user!) }, 0);
        }

        return provider;
    }
}
