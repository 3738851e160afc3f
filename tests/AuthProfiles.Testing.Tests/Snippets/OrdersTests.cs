using AuthProfiles;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace Snippets;

[TestFixture]
public sealed class OrdersTests
{
    [Test]
    public async Task The_client_is_tested_with_a_fake_credential()
    {
        using var api = new MockHttpMessageHandler();
        var services = new ServiceCollection();
        Orders.Register(new(services));
        Orders.Fake(services, api);
        await using var provider = services.BuildServiceProvider();

        var order = await provider.GetRequiredService<Orders.OrdersClient>().GetAsync("acme", 7);

        Assert.That(order?.Id, Is.EqualTo(7));
        api.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task The_profile_is_tested()
    {
        var services = new ServiceCollection();
        Orders.Register(new(services));
        await using var local = services.UseLocalServices();
        await using var provider = services.BuildServiceProvider();

        await Orders.TryAsync(provider.GetRequiredService<IAuthorizationTester>());

        Assert.That(local.AuthorizationServer.TokenRequests, Is.EqualTo(1));
    }
}
