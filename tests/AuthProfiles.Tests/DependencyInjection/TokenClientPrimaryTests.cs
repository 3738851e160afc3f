using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.Tests.DependencyInjection;

/// <summary>The primary handlers of the two clients that are the core's own.</summary>
[TestFixture]
public sealed class TokenClientPrimaryTests
{
    public static readonly string[] Names = ["AuthProfiles.TokenClient", "AuthProfiles.ProbeClient"];

    [TestCaseSource(nameof(Names))]
    public async Task A_primary_that_was_configured_before_AddAuthProfiles_stays(string name)
    {
        using var mock = new MockHttpMessageHandler();
        mock.Expect("https://login.example/").Respond("text/plain", "mine");
        var services = new ServiceCollection();
        services.AddHttpClient(name).ConfigurePrimaryHttpMessageHandler(() => mock);
        services.AddAuthProfiles();
        await using var provider = services.BuildServiceProvider();

        using var client = provider.GetRequiredService<IHttpClientFactory>().CreateClient(name);

        Assert.That(await client.GetStringAsync("https://login.example/"), Is.EqualTo("mine"));
    }

    [TestCaseSource(nameof(Names))]
    public void The_platforms_primary_follows_nothing_and_keeps_nothing(string name)
    {
        var services = new ServiceCollection();
        services.AddAuthProfiles();

        var primary = (SocketsHttpHandler)PrimaryOf(services, name);

        Assert.That((primary.AllowAutoRedirect, primary.UseCookies, primary.PreAuthenticate), Is.EqualTo((false, false, false)));
        Assert.That(primary.ConnectTimeout, Is.EqualTo(TimeSpan.FromSeconds(10)));
        Assert.That(primary.MaxResponseHeadersLength, Is.EqualTo(32));
        Assert.That(primary.PooledConnectionLifetime, Is.Not.EqualTo(Timeout.InfiniteTimeSpan));
    }

    [Test]
    public void A_primary_with_a_proxy_keeps_it_and_follows_nothing()
    {
        var proxy = new System.Net.WebProxy("http://proxy.example:8080");
        var services = new ServiceCollection();
        services.AddHttpClient(Names[0]).ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler { Proxy = proxy, ConnectTimeout = TimeSpan.FromSeconds(3) });
        services.AddAuthProfiles();

        var primary = (SocketsHttpHandler)PrimaryOf(services, Names[0]);

        Assert.That((primary.Proxy, primary.ConnectTimeout, primary.AllowAutoRedirect), Is.EqualTo((proxy, TimeSpan.FromSeconds(3), false)));
    }

    [Test]
    public void The_older_handler_of_the_platform_follows_nothing_either()
    {
        var services = new ServiceCollection();
        services.AddAuthProfiles();
        services.AddHttpClient(Names[0]).ConfigurePrimaryHttpMessageHandler(static () => new HttpClientHandler());

        var primary = (HttpClientHandler)PrimaryOf(services, Names[0]);

        Assert.That((primary.AllowAutoRedirect, primary.UseCookies), Is.EqualTo((false, false)));
    }

    [Test]
    public async Task A_wrapped_primary_that_is_in_use_and_follows_redirects_is_refused_with_the_cure()
    {
        using var used = new SocketsHttpHandler();
        using var client = new HttpClient(used, disposeHandler: false);
        await Assert.CatchAsync<HttpRequestException>(() => client.GetAsync("http://127.0.0.1:1/"));
        var services = new ServiceCollection();
        services.AddAuthProfiles();
        services.AddHttpClient(Names[0]).ConfigurePrimaryHttpMessageHandler(() => new Wrapper(used));

        var error = Assert.Catch<AuthorizationException>(() => PrimaryOf(services, Names[0]));

        Assert.That(error!.Message, Does.Contain(Names[0]).And.Contain("handler of its own"));
    }

    private static HttpMessageHandler PrimaryOf(IServiceCollection services, string name)
    {
        using var provider = services.BuildServiceProvider();
        var handler = provider.GetRequiredService<IHttpMessageHandlerFactory>().CreateHandler(name);
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        return handler;
    }

    private sealed class Wrapper(HttpMessageHandler inner) : DelegatingHandler(inner);
}
