using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace AuthProfiles.Tests.DependencyInjection;

/// <summary>Clients and the profiles that they name.</summary>
[TestFixture]
public sealed class BoundClientTests
{
    [Test]
    public void A_profile_that_nobody_declares_is_missed_at_the_start()
    {
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddApiKey("weather", static o => (o.BaseUrl, o.Key) = ("https://api.weather.example/", "k"));
        services.AddHttpClient("one").AddAuthorizationProfile("wether");
        services.AddHttpClient("two").AddAuthorizationProfile("wether");
        services.AddHttpClient("three").AddAuthorizationProfile("weather");
        using var provider = services.BuildServiceProvider();

        var error = Assert.Catch<AuthorizationException>(() => provider.GetRequiredService<IStartupValidator>().Validate())!;

        Assert.That(error.Message, Is.EqualTo("No profile is named 'wether'. Did you mean 'weather'? Declare it: AddAuthProfiles().Add…(\"wether\")."));
    }

    [Test]
    public void A_client_has_one_profile_and_may_be_told_so_twice()
    {
        var client = new ServiceCollection().AddHttpClient("orders").AddAuthorizationProfile("orders").AddAuthorizationProfile("orders");

        Assert.That(() => client.AddAuthorizationProfile("others"), Throws.InvalidOperationException.With.Message.Contains("'orders' already"));
    }
}
