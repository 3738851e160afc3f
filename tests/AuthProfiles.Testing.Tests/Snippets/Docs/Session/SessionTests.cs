using System.Net;
using AuthProfiles;
using AuthProfiles.Testing;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace Snippets.Session;

[TestFixture]
public sealed class SessionTests
{
    [Test]
    public async Task A_ticket_is_asked_for_once_and_again_when_it_has_expired()
    {
        using var login = new MockHttpMessageHandler();
        var logins = login.When(HttpMethod.Post, "https://old.example/login").WithFormData("user", "robot").Respond("text/plain", "t-1");
        using var api = new MockHttpMessageHandler();
        api.When("https://old.example/api/stock").WithHeaders("x-ticket", "t-1").Respond("text/plain", "7");
        var clock = new ManualClock();
        var services = new ServiceCollection().AddSingleton<TimeProvider>(clock);
        services.AddAuthProfiles().AddSession("stock", o =>
        {
            (o.BaseUrl, o.LoginUrl) = ("https://old.example/api/", "https://old.example/login");
            (o.Username, o.Password) = ("robot", "p-123");
        });
        services.AddHttpClient("stock").AddAuthorizationProfile("stock").ConfigurePrimaryHttpMessageHandler(() => api);
        services.AddHttpClient("AuthProfiles.TokenClient").ConfigurePrimaryHttpMessageHandler(() => login);
        await using var provider = services.BuildServiceProvider();
        var stock = provider.GetRequiredService<IHttpClientFactory>().CreateClient("stock");

        var calls = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => stock.GetStringAsync(new Uri("stock", UriKind.Relative))));
        Assert.That(login.GetMatchCount(logins), Is.EqualTo(1));
        clock.Advance(TimeSpan.FromMinutes(21));
        await stock.GetStringAsync(new Uri("stock", UriKind.Relative));

        Assert.That(calls, Is.All.EqualTo("7"));
        Assert.That(login.GetMatchCount(logins), Is.EqualTo(2));
    }

    [Test]
    public async Task A_refused_login_is_an_error_that_says_so_and_sends_nothing()
    {
        using var login = new MockHttpMessageHandler();
        login.When("*").Respond(HttpStatusCode.Unauthorized);
        using var api = new MockHttpMessageHandler();
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddSession("stock", o =>
        {
            (o.BaseUrl, o.LoginUrl) = ("https://old.example/api/", "https://old.example/login");
            (o.Username, o.Password) = ("robot", "p-123");
        });
        services.AddHttpClient("stock").AddAuthorizationProfile("stock").ConfigurePrimaryHttpMessageHandler(() => api);
        services.AddHttpClient("AuthProfiles.TokenClient").ConfigurePrimaryHttpMessageHandler(() => login);
        await using var provider = services.BuildServiceProvider();

        var error = await Assert.CatchAsync<AuthorizationException>(() => provider.GetRequiredService<IHttpClientFactory>().CreateClient("stock").GetStringAsync(new Uri("stock", UriKind.Relative)));

        Assert.That(error!.Message, Is.EqualTo("stock: the login refuses the user name or the password."));
    }
}
