using AuthProfiles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace Snippets.Parcels;

[TestFixture]
public sealed class ParcelsTests
{
    private const string Tracking = "AuthProfiles:Parcels:tracking:";

    [Test]
    public async Task Each_customer_is_authorized_in_their_own_way()
    {
        using var api = new MockHttpMessageHandler();
        api.Expect("https://api.parcels.example/v1/parcels?number=7").WithHeaders("x-parcels-key", "k-acme").Respond("application/json", "{\"number\":\"7\",\"place\":\"Linz\"}");
        api.Expect("https://api.parcels.example/v1/parcels?number=8").With(request => request.Headers.Authorization?.Scheme == "Bearer").Respond("application/json", "{\"number\":\"8\",\"place\":\"Graz\"}");
        var services = new ServiceCollection().AddSingleton(Settings(("Connections:acme:ApiKey", "k-acme"), ("Connections:globex:ClientId", "app"), ("Connections:globex:ClientSecret", "s-globex")));
        services.AddParcels("tracking").ConfigurePrimaryHttpMessageHandler(() => api);
        await using var local = services.UseLocalServices();
        await using var provider = services.BuildServiceProvider();
        var parcels = provider.GetRequiredService<ParcelsClient>();

        Assert.That((await parcels.For("acme").FindAsync("7")).Place, Is.EqualTo("Linz"));
        Assert.That((await parcels.For("globex").FindAsync("8")).Place, Is.EqualTo("Graz"));
        Assert.That(local.AuthorizationServer.TokenRequests, Is.EqualTo(1));
    }

    [Test]
    public async Task A_half_given_way_is_refused_for_what_it_lacks()
    {
        var services = new ServiceCollection().AddSingleton(Settings(("Connections:acme:ClientId", "app")));
        services.AddParcels("tracking");
        await using var provider = services.BuildServiceProvider();

        var error = await Assert.CatchAsync<AuthorizationException>(() => provider.GetRequiredService<ParcelsClient>().For("acme").FindAsync("7"));

        Assert.That(error!.Message, Does.Contain("ClientSecret is missing"));
    }

    private static IConfiguration Settings(params (string Key, string Value)[] settings) =>
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(static pair => KeyValuePair.Create(Tracking + pair.Key, (string?)pair.Value))).Build();
}
