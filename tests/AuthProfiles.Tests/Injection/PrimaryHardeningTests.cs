using AuthProfiles.Injection;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Injection;

[Category("I4")]
public sealed class PrimaryHardeningTests
{
    private const string Used = "counted: its primary handler follows redirects or keeps cookies and has been used already, so that can't be switched off. Set AllowAutoRedirect and UseCookies to false, or give the client a handler of its own.";

    [Test]
    public void Redirects_and_cookies_are_switched_off_below_other_handlers_too([Values] bool isWrapped)
    {
        using var sockets = new SocketsHttpHandler();
        using var client = new HttpClientHandler();
        foreach (var primary in new HttpMessageHandler[] { sockets, client })
        {
            PrimaryHardening.Apply(isWrapped ? new Passing { InnerHandler = new Passing { InnerHandler = primary } } : primary, new CountingProfile().Definition);
        }

        Assert.That((sockets.AllowAutoRedirect, sockets.UseCookies), Is.EqualTo((false, false)));
        Assert.That((client.AllowAutoRedirect, client.UseCookies), Is.EqualTo((false, false)));
    }

    [Test]
    public void A_synchronous_send_switches_them_off_before_it_sends()
    {
        using var primary = new SocketsHttpHandler { ConnectCallback = static (_, _) => throw new IOException("no network in this test") };
        using var http = Clients.Over(primary, new ApiKeyProfile("weather", new() { BaseUrl = "https://api.example/", Key = "k" }), new ManualClock());

        Assert.That(() => http.Send(new(HttpMethod.Get, "x")), Throws.TypeOf<HttpRequestException>());

        Assert.That((primary.AllowAutoRedirect, primary.UseCookies), Is.EqualTo((false, false)));
    }

    [TestCase(true, false)]
    [TestCase(false, true)]
    public async Task A_handler_that_was_used_before_with_either_of_them_is_refused(bool redirects, bool cookies)
    {
        using var primary = await UsedAsync(redirects, cookies);
        using var http = Clients.Over(primary, new CountingProfile(), new ManualClock());

        Assert.That(
            async () => await http.GetAsync("x"),
            Throws.TypeOf<AuthorizationException>().With.Message.EqualTo(Used).And.Property("Kind").EqualTo(AuthorizationErrorKind.Configuration));
    }

    [Test]
    public async Task A_handler_that_was_used_before_without_them_is_taken()
    {
        using var primary = await UsedAsync(redirects: false, cookies: false);

        Assert.That(() => PrimaryHardening.Apply(primary, new CountingProfile().Definition), Throws.Nothing);
    }

    [Test]
    public void A_credential_in_the_address_needs_a_handler_that_writes_no_trace_of_it()
    {
        using var primary = new HttpClientHandler();
        var profile = new ApiKeyProfile("weather", new() { BaseUrl = "https://api.example/", QueryString = "key", Key = "k" });

        Assert.That(
            () => PrimaryHardening.Apply(primary, profile.Definition),
            Throws.TypeOf<AuthorizationException>().With.Message.EqualTo(
                "weather: a credential in the query or path would show in the trace that HttpClientHandler writes. Use a SocketsHttpHandler as the primary handler."));
    }

    private static async Task<SocketsHttpHandler> UsedAsync(bool redirects, bool cookies)
    {
        var primary = new SocketsHttpHandler { AllowAutoRedirect = redirects, UseCookies = cookies, ConnectCallback = static (_, _) => throw new IOException("no network in this test") };
        using var used = new HttpClient(primary, disposeHandler: false);
        await used.GetAsync("https://api.example/").ContinueWith(static _ => { }, TaskScheduler.Default);
        return primary;
    }

    private sealed class Passing : DelegatingHandler;
}
