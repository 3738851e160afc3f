using AuthProfiles.Acquisition;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>What primary handlers of token clients are made to do, and what stays as the application chose it.</summary>
[TestFixture]
public sealed class TokenClientTests
{
    private static readonly TimeSpan Unbounded = Timeout.InfiniteTimeSpan;

    [Test]
    public void The_handler_of_standalone_clients_follows_nothing_keeps_nothing_and_has_bounds()
    {
        using var handler = TokenClient.CreateHandler();

        Assert.That(
            (handler.AllowAutoRedirect, handler.UseCookies, handler.ConnectTimeout, handler.PooledConnectionLifetime, handler.MaxResponseHeadersLength),
            Is.EqualTo((false, false, TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(5), 32)));
    }

    [Test]
    public void All_profiles_without_a_container_share_one_client()
    {
        var first = TokenClient.GetStandalone();
        Assert.That(TokenClient.GetStandalone(), Is.SameAs(first));
    }

    [Test]
    public void What_the_application_bounds_itself_stays()
    {
        using var handler = new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(3), PooledConnectionLifetime = TimeSpan.FromMinutes(7), MaxResponseHeadersLength = 16 };

        TokenClient.Harden(handler);

        Assert.That((handler.ConnectTimeout, handler.PooledConnectionLifetime, handler.MaxResponseHeadersLength), Is.EqualTo((TimeSpan.FromSeconds(3), TimeSpan.FromMinutes(7), 16)));
    }

    [Test]
    public void A_handler_sends_no_credential_before_it_is_asked_for()
    {
        using var handler = new SocketsHttpHandler { PreAuthenticate = true };
        using var older = new HttpClientHandler { PreAuthenticate = true };

        TokenClient.Harden(handler);
        TokenClient.Harden(older);

        Assert.That((handler.PreAuthenticate, older.PreAuthenticate), Is.EqualTo((false, false)));
    }

    [TestCase(64, 32)]
    [TestCase(16, 16)]
    public void The_older_handler_of_the_platform_is_bounded_and_follows_nothing(int most, int expected)
    {
        using var handler = new HttpClientHandler { MaxResponseHeadersLength = most };

        TokenClient.Harden(handler);

        Assert.That((handler.AllowAutoRedirect, handler.UseCookies, handler.MaxResponseHeadersLength), Is.EqualTo((false, false, expected)));
    }

    [Test]
    public void A_handler_within_others_is_found()
    {
        using var handler = new SocketsHttpHandler();
        using var inner = new Wrapper(handler);
        using var outer = new Wrapper(inner);

        TokenClient.Harden(outer);

        Assert.That((handler.AllowAutoRedirect, handler.ConnectTimeout), Is.EqualTo((false, TimeSpan.FromSeconds(10))));
    }

    [Test]
    public async Task A_handler_in_use_that_does_all_this_is_left_alone()
    {
        using var handler = new SocketsHttpHandler();
        using var older = new HttpClientHandler();
        TokenClient.Harden(handler);
        TokenClient.Harden(older);
        await UseAsync(handler);
        await UseAsync(older);

        Assert.That(() => TokenClient.Harden(handler), Throws.Nothing);
        Assert.That(() => TokenClient.Harden(older), Throws.Nothing);
    }

    [TestCaseSource(nameof(Unfit))]
    public async Task A_handler_in_use_that_does_otherwise_is_refused_with_the_cure(Func<HttpMessageHandler> make)
    {
        using var handler = make();
        await UseAsync(handler);

        var error = Assert.Catch<AuthorizationException>(() => TokenClient.Harden(handler));

        Assert.That((error!.Kind, error.Profile, error.Message), Is.EqualTo((
            AuthorizationErrorKind.Configuration,
            string.Empty,
            "The primary handler of the client 'AuthProfiles.TokenClient' follows redirects, keeps cookies or has no bounds, and has been used already, so that can't be changed. Give that client a handler of its own.")));
    }

    private static IEnumerable<TestCaseData> Unfit()
    {
        yield return Case("that follows redirects", static () => Fit(static handler => handler.AllowAutoRedirect = true));
        yield return Case("that keeps cookies", static () => Fit(static handler => handler.UseCookies = true));
        yield return Case("that sends credentials unasked", static () => Fit(static handler => handler.PreAuthenticate = true));
        yield return Case("that connects for ever", static () => Fit(static handler => handler.ConnectTimeout = Unbounded));
        yield return Case("that keeps connections for ever", static () => Fit(static handler => handler.PooledConnectionLifetime = Unbounded));
        yield return Case("that takes any header", static () => Fit(static handler => handler.MaxResponseHeadersLength = 33));
        yield return Case("of the older kind that follows redirects", static () => OlderFit(static handler => handler.AllowAutoRedirect = true));
        yield return Case("of the older kind that keeps cookies", static () => OlderFit(static handler => handler.UseCookies = true));
        yield return Case("of the older kind that sends credentials unasked", static () => OlderFit(static handler => handler.PreAuthenticate = true));
        yield return Case("of the older kind that takes any header", static () => OlderFit(static handler => handler.MaxResponseHeadersLength = 33));
    }

    private static TestCaseData Case(string what, Func<HttpMessageHandler> make) => new TestCaseData(make).SetArgDisplayNames(what);

    private static SocketsHttpHandler Fit(Action<SocketsHttpHandler> but)
    {
        var handler = TokenClient.CreateHandler();
        but(handler);
        return handler;
    }

    private static HttpClientHandler OlderFit(Action<HttpClientHandler> but)
    {
        var handler = new HttpClientHandler();
        TokenClient.Harden(handler);
        but(handler);
        return handler;
    }

    // Nobody listens there; the handler is in use all the same.
    private static async Task UseAsync(HttpMessageHandler handler)
    {
        using var client = new HttpMessageInvoker(handler, disposeHandler: false);
        using var request = new HttpRequestMessage(HttpMethod.Get, "http://127.0.0.1:1/");
        await Assert.CatchAsync<HttpRequestException>(() => client.SendAsync(request, CancellationToken.None));
    }

    private sealed class Wrapper(HttpMessageHandler inner) : DelegatingHandler(inner);
}
