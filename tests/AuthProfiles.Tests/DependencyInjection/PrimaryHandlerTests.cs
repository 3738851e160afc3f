using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;
using RichardSzalay.MockHttp;

namespace AuthProfiles.Tests.DependencyInjection;

/// <summary>A profile that goes by the primary handler of a client of the application, with its proxy or certificate.</summary>
[TestFixture]
public sealed class PrimaryHandlerTests
{
    private const string Token = """{"access_token":"t1","token_type":"Bearer","expires_in":3600}""";

    [Test]
    public async Task Token_request_and_call_go_by_the_named_clients_primary_and_another_profile_does_not()
    {
        var services = Declared(out var corp);
        var direct = new StubPrimary(Answer);
        services.AddHttpClient("AuthProfiles.TokenClient").ConfigurePrimaryHttpMessageHandler(() => direct);
        services.AddAuthProfiles().AddClientCredentials("plain", static options => Describe(options, "https://plain.example/"));
        services.AddHttpClient("plain").AddAuthorizationProfile("plain").ConfigurePrimaryHttpMessageHandler(() => direct);
        await using var provider = services.BuildServiceProvider();

        await CallAsync(provider, "orders");
        await CallAsync(provider, "plain");

        Assert.Multiple(() =>
        {
            Assert.That(corp.Sent.Select(static sent => sent.Address.AbsoluteUri), Is.EqualTo(["https://orders.example/token", "https://orders.example/items"]));
            Assert.That(direct.Sent.Select(static sent => sent.Address.AbsoluteUri), Is.EqualTo(["https://plain.example/token", "https://plain.example/items"]));
        });
    }

    [Test]
    public async Task A_client_with_a_primary_of_its_own_keeps_it()
    {
        var services = Declared(out var corp);
        using var mock = new MockHttpMessageHandler();
        mock.Expect("https://orders.example/items").Respond("text/plain", "mine");
        services.AddHttpClient("orders").ConfigurePrimaryHttpMessageHandler(() => mock);
        await using var provider = services.BuildServiceProvider();

        Assert.That(await CallAsync(provider, "orders"), Is.EqualTo("mine"));
        Assert.That(corp.Sent.Select(static sent => sent.Address.AbsolutePath), Is.EqualTo(["/token"]));
    }

    [TestCase(true)]
    [TestCase(false)]
    public async Task A_primary_that_all_clients_have_gives_way(bool isFirst)
    {
        var services = new ServiceCollection();
        var ofAll = new StubPrimary();
        if (isFirst)
        {
            services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(() => ofAll));
        }

        Declare(services, out var corp);
        if (!isFirst)
        {
            services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(() => ofAll));
        }

        await using var provider = services.BuildServiceProvider();
        await CallAsync(provider, "orders");

        Assert.That((corp.Sent.Count, ofAll.Sent.Count), Is.EqualTo((2, 0)));
    }

    [Test]
    public async Task Only_the_primary_is_taken_and_no_other_handler_of_the_named_client()
    {
        var services = Declared(out _);
        var watcher = new Watcher();
        services.AddHttpClient("corp").AddHttpMessageHandler(() => watcher);
        await using var provider = services.BuildServiceProvider();

        await CallAsync(provider, "orders");

        Assert.That(watcher.Seen, Is.Zero);
    }

    [Test]
    public async Task A_platforms_primary_follows_nothing_and_keeps_its_proxy_and_is_made_anew_for_each_client()
    {
        var proxy = new System.Net.WebProxy("http://proxy.example:8080");
        var made = new List<SocketsHttpHandler>();
        var services = new ServiceCollection();
        Declare(services, () =>
        {
            made.Add(new() { Proxy = proxy });
            return made[^1];
        });
        await using var provider = services.BuildServiceProvider();
        var handlers = provider.GetRequiredService<IHttpMessageHandlerFactory>();

        var token = (SocketsHttpHandler)Innermost(handlers.CreateHandler("AuthProfiles.TokenClient:corp"));
        var api = (SocketsHttpHandler)Innermost(handlers.CreateHandler("orders"));

        Assert.That(made, Is.EqualTo([token, api]));
        Assert.That((token.Proxy, token.AllowAutoRedirect, token.UseCookies), Is.EqualTo((proxy, false, false)));
        Assert.That(api.Proxy, Is.SameAs(proxy));
    }

    [Test]
    public async Task A_handler_that_is_kept_for_good_is_not_recycled_under_its_owner()
    {
        var services = Declared(out _);
        services.AddHttpClient("corp").SetHandlerLifetime(Timeout.InfiniteTimeSpan);
        services.AddHttpClient("orders").SetHandlerLifetime(TimeSpan.FromMinutes(7));
        services.AddHttpClient("returns").AddAuthorizationProfile("orders");
        await using var provider = services.BuildServiceProvider();
        var handlers = provider.GetRequiredService<IHttpMessageHandlerFactory>();
        foreach (var name in (string[])["AuthProfiles.TokenClient:corp", "orders", "returns"])
        {
            handlers.CreateHandler(name);
        }

        var options = provider.GetRequiredService<IOptionsMonitor<HttpClientFactoryOptions>>();
        Assert.Multiple(() =>
        {
            Assert.That(options.Get("AuthProfiles.TokenClient:corp").HandlerLifetime, Is.EqualTo(Timeout.InfiniteTimeSpan));
            Assert.That(options.Get("returns").HandlerLifetime, Is.EqualTo(Timeout.InfiniteTimeSpan));
            Assert.That(options.Get("orders").HandlerLifetime, Is.EqualTo(TimeSpan.FromMinutes(7)), "its own");
        });
    }

    [Test]
    public async Task A_name_that_no_client_has_is_told_at_start_with_the_cure()
    {
        var services = Declared(out _, "crop");
        await using var provider = services.BuildServiceProvider();

        var atStart = Assert.Catch<AuthorizationException>(provider.GetRequiredService<IStartupValidator>().Validate);
        var atUse = await Assert.CatchAsync<AuthorizationException>(() => CallAsync(provider, "orders"));

        const string Message = "Profile 'orders': PrimaryHandler is not valid. Set PrimaryHandler in code (no IConfiguration is registered to read AuthProfiles:Profiles:orders:PrimaryHandler from) "
            + "to the name of a client that has a primary handler, or give 'crop' one: AddHttpClient(\"crop\").ConfigurePrimaryHttpMessageHandler(…). Did you mean 'corp'?";
        Assert.That((atStart!.Kind, atStart.Message), Is.EqualTo((AuthorizationErrorKind.Configuration, Message)));
        Assert.That((atUse!.Kind, atUse.Message), Is.EqualTo((AuthorizationErrorKind.Configuration, Message)));
    }

    [TestCase("")]
    [TestCase("  ")]
    public void An_empty_name_is_refused(string name) =>
        Assert.That(
            () => new ApiKeyProfile("orders", new() { BaseUrl = "https://orders.example/", PrimaryHandler = name }),
            Throws.TypeOf<AuthorizationException>().With.Message.Contains("PrimaryHandler"));

    [Test]
    public async Task Clients_that_name_each_other_or_themselves_take_what_each_was_given()
    {
        var (one, two) = (new StubPrimary(), new StubPrimary());
        var services = new ServiceCollection();
        var profiles = services.AddAuthProfiles();
        foreach (var (name, primary) in (IEnumerable<(string, string)>)[("one", "two"), ("two", "one"), ("self", "self")])
        {
            profiles.AddApiKey(name, options => (options.BaseUrl, options.Key, options.PrimaryHandler) = ($"https://{name}.example/", "k", primary));
            services.AddHttpClient(name).AddAuthorizationProfile(name);
        }

        services.AddHttpClient("one").ConfigurePrimaryHttpMessageHandler(() => one);
        services.AddHttpClient("two").ConfigurePrimaryHttpMessageHandler(() => two);
        services.AddHttpClient("self").ConfigurePrimaryHttpMessageHandler(() => two);
        await using var provider = services.BuildServiceProvider();

        await CallAsync(provider, "one");
        await CallAsync(provider, "self");

        Assert.That((one.Sent.Count, two.Sent.Count), Is.EqualTo((1, 1)));
    }

    [Test]
    public async Task It_is_a_setting_of_every_kind()
    {
        var corp = new StubPrimary();
        var services = new ServiceCollection();
        services.AddSingleton(Configured.By(
            ("AuthProfiles:Profiles:desk:Type", "Bearer"),
            ("AuthProfiles:Profiles:desk:Token", "t"),
            ("AuthProfiles:Profiles:desk:BaseUrl", "https://desk.example/"),
            ("AuthProfiles:Profiles:desk:PrimaryHandler", "corp")));
        services.AddHttpClient("corp").ConfigurePrimaryHttpMessageHandler(() => corp);
        services.AddHttpClient("desk").AddAuthorizationProfile("desk");
        await using var provider = services.BuildServiceProvider();

        await CallAsync(provider, "desk");

        Assert.That(corp.Sent.Single().Headers["Authorization"], Is.EqualTo("Bearer t"));
    }

    [Test]
    public async Task The_Test_goes_the_same_way_where_no_client_is_bound()
    {
        var corp = new StubPrimary(Answer);
        var services = new ServiceCollection();
        services.AddHttpClient("corp").ConfigurePrimaryHttpMessageHandler(() => corp);
        services.AddAuthProfiles().AddClientCredentials("orders", static options =>
        {
            Describe(options, "https://orders.example/");
            (options.PrimaryHandler, options.Probe) = ("corp", "GET me");
        });
        await using var provider = services.BuildServiceProvider();

        var result = await provider.GetRequiredService<IAuthorizationTester>().TestAsync("orders");

        Assert.That(result.Succeeded, Is.True, result.ToString());
        Assert.That(corp.Sent.Select(static sent => sent.Address.AbsolutePath), Is.EqualTo(["/token", "/me"]));
    }

    [Test]
    public void Without_a_container_it_is_refused_and_not_passed_over()
    {
        var profile = new ApiKeyProfile("orders", new() { BaseUrl = "https://orders.example/", Key = "k", PrimaryHandler = "corp" });

        var error = Assert.Catch<AuthorizationException>(() => profile.CreateHttpClient());

        Assert.That(error!.Message, Does.Contain("PrimaryHandler names the client 'corp'").And.Contain("AddAuthProfiles"));
    }

    private static ServiceCollection Declared(out StubPrimary corp, string primary = "corp")
    {
        var services = new ServiceCollection();
        Declare(services, out corp, primary);
        return services;
    }

    private static void Declare(ServiceCollection services, out StubPrimary corp, string primary = "corp")
    {
        var stub = corp = new StubPrimary(Answer);
        Declare(services, () => stub, primary);
    }

    private static void Declare(ServiceCollection services, Func<HttpMessageHandler> corp, string primary = "corp")
    {
        services.AddHttpClient("corp").ConfigurePrimaryHttpMessageHandler(corp);
        services.AddAuthProfiles().AddClientCredentials("orders", options =>
        {
            Describe(options, "https://orders.example/");
            options.PrimaryHandler = primary;
        });
        services.AddHttpClient("orders").AddAuthorizationProfile("orders");
    }

    private static void Describe(ClientCredentialsOptions options, string service) =>
        (options.BaseUrl, options.TokenUrl, options.ClientId, options.ClientSecret) = (service, service + "token", "app", "s3cret");

    private static HttpResponseMessage Answer(HttpRequestMessage request) =>
        new() { Content = new StringContent(request.RequestUri!.AbsolutePath == "/token" ? Token : "ok") };

    private static async Task<string> CallAsync(IServiceProvider services, string client)
    {
        using var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(client);
        return await http.GetStringAsync("items");
    }

    private static HttpMessageHandler Innermost(HttpMessageHandler handler)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        return handler;
    }

    private sealed class Watcher : DelegatingHandler
    {
        private int _seen;

        public int Seen => _seen;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Interlocked.Increment(ref _seen);
            return base.SendAsync(request, cancellationToken);
        }
    }
}
