using System.Collections.Immutable;
using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Injection;
using AuthProfiles.Templates;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Injection;

/// <summary>Which connection a request uses, and the address that it gets from it.</summary>
public sealed class ConnectionHandlerTests
{
    private readonly ManualClock _clock = new();

    [Test]
    public async Task A_request_below_the_placeholder_gets_the_address_of_its_connection([Values] bool synchronous)
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, Shop(), _clock);
        using var request = new HttpRequestMessage(HttpMethod.Get, "orders/7?x=1").For("acme");

        using var response = synchronous ? http.Send(request) : await http.SendAsync(request);

        Assert.That(primary.Sent.Single().Address.AbsoluteUri, Is.EqualTo("https://acme.api.example/v1/orders/7?x=1"));
    }

    [Test]
    public async Task A_synchronous_send_does_not_wait_for_the_store()
    {
        var store = new InMemoryConnectionStore();
        await store.TryWriteAsync(new() { Key = new("shop", "late"), Inputs = ImmutableDictionary<string, SecretValue>.Empty.Add("key", "k") }, 0);
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, Shop(), _clock, store);

        Assert.That(
            () => http.For("late").Send(new(HttpMethod.Get, "x")),
            Throws.TypeOf<NotSupportedException>().With.Message.EqualTo("shop for late: the connection must be read from the store, which a synchronous send can't wait for: use SendAsync."));
        Assert.That(primary.Sent, Is.Empty);
        (await http.For("late").GetAsync("x")).Dispose();
        http.For("late").Send(new(HttpMethod.Get, "x")).Dispose();
        Assert.That(primary.Sent.Select(static sent => sent["x-api-key"]), Is.EqualTo(new[] { "k", "k" }));
    }

    [Test]
    public async Task A_synchronous_send_does_not_wait_for_an_address_that_comes_with_the_token()
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new GrantedAddress(_clock), _clock);

        Assert.That(
            () => http.Send(new(HttpMethod.Get, "x")),
            Throws.TypeOf<NotSupportedException>().With.Message.EqualTo("granted: the address comes with the token, which a synchronous send can't wait for: use SendAsync."));
        Assert.That(primary.Sent, Is.Empty);
        (await http.GetAsync("x")).Dispose();
        http.Send(new(HttpMethod.Get, "y")).Dispose();
        Assert.That(primary.Sent.Select(static sent => sent.Address.AbsoluteUri), Is.EqualTo(new[] { "https://eu7.example.com/services/x", "https://eu7.example.com/services/y" }));
    }

    [Test]
    public void A_synchronous_send_does_not_wait_for_a_credential()
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new CountingProfile(), _clock);

        Assert.That(
            () => http.Send(new(HttpMethod.Get, "x")),
            Throws.TypeOf<NotSupportedException>().With.Message.EqualTo("counted: no credential is at hand, and a synchronous send can't wait for one: use SendAsync."));
        Assert.That(primary.Sent, Is.Empty);
    }

    [Test]
    [Category("I7")]
    public async Task What_names_a_connection_by_default_is_asked_for_requests_that_name_none([Values] bool synchronous)
    {
        var asked = 0;
        using var primary = new StubPrimary();
        using var source = Source(Shop());
        using var chain = new ConnectionHandler(source, Acme) { InnerHandler = new CredentialHandler(source, binding: null) { InnerHandler = primary } };
        using var http = new HttpClient(chain)
        {
            BaseAddress = new($"https://{PlaceholderAddress.Host}/v1/"),
        };
        using var unnamed = new HttpRequestMessage(HttpMethod.Get, "x");
        using var named = new HttpRequestMessage(HttpMethod.Get, "x").For("globex");

        foreach (var request in new[] { unnamed, named })
        {
            (synchronous ? http.Send(request) : await http.SendAsync(request)).Dispose();
        }

        Assert.That(primary.Sent.Select(static sent => (sent.Address.Host, sent["x-api-key"])), Is.EqualTo(new[] { ("acme.api.example", "a"), ("globex.api.example", "g") }));
        Assert.That(asked, Is.EqualTo(1));

        ConnectionName Acme()
        {
            asked++;
            return new("acme", user: null);
        }
    }

    [Test]
    [Category("I1")]
    public async Task A_request_that_no_connection_serves_reaches_no_handler([Values] bool synchronous, [Values] bool hasChain)
    {
        using var primary = new StubPrimary();
        using var between = new Counting();
        using var source = Source(Shop());
        var credential = new CredentialHandler(source, binding: null) { InnerHandler = primary };
        between.InnerHandler = credential;
        using var http = new HttpClient(hasChain ? new ConnectionHandler(source) { InnerHandler = between } : credential);
        using var request = new HttpRequestMessage(HttpMethod.Get, "https://acme.api.example/x");

        Assert.That(
            async () => synchronous ? http.Send(request) : await http.SendAsync(request),
            Throws.TypeOf<AuthorizationException>().With.Message.EqualTo("shop: its address depends on the tenant, and the request names none. Name one: http.For(tenant).").And.Property("Kind").EqualTo(AuthorizationErrorKind.UnknownConnection));
        Assert.That((between.Requests, primary.Sent.Count), Is.EqualTo((0, 0)));
        await Task.CompletedTask;
    }

    [Test]
    [Category("I1")]
    public void A_chain_that_was_put_together_anew_is_told_with_the_cure()
    {
        using var source = Source(Shop());
        using var http = new HttpClient(new ConnectionHandler(source) { InnerHandler = new StubPrimary() });

        Assert.That(
            async () => await http.GetAsync("https://acme.api.example/x"),
            Throws.TypeOf<AuthorizationException>().With.Message.EqualTo(
                "shop: the handler that injects the credential is not beside the primary handler: something put the chain together anew. Set the primary handler with ConfigurePrimaryHttpMessageHandler."));
    }

    private static ApiKeyProfile Shop()
    {
        var options = new ApiKeyOptions { BaseUrl = "https://{tenant}.api.example/v1/" };
        options.Connections["acme"] = new Dictionary<string, SecretValue> { ["key"] = "a" };
        options.Connections["globex"] = new Dictionary<string, SecretValue> { ["key"] = "g" };
        return new("shop", options);
    }

    private CredentialSource Source(IAuthorizationProfile profile) =>
        new(profile, new(static () => throw new InvalidOperationException("No token client here."), _clock, new InMemoryConnectionStore()));

    private sealed class Counting : DelegatingHandler
    {
        public int Requests { get; private set; }

        protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return base.Send(request, cancellationToken);
        }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Requests++;
            return base.SendAsync(request, cancellationToken);
        }
    }

    /// <summary>Gets its base address with its token.</summary>
    private sealed class GrantedAddress : IAuthorizationProfile
    {
        private readonly TimeProvider _clock;

        public GrantedAddress(TimeProvider clock)
        {
            _clock = clock;
            Definition = new("granted", new DelegateOptions { BaseUrl = "{{instance}}/services/" }, new()
            {
                AuthorizationType = "Granted",
                Renewable = true,
                Outputs = [new("instance") { Shape = ValueShape.Origin("example.com") }],
            });
            Definition.Validate();
        }

        public ProfileDefinition Definition { get; }

        public ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken)
        {
            var grant = new Grant { AccessToken = "access", ObtainedAt = _clock.GetUtcNow(), Outputs = ImmutableDictionary<string, string>.Empty.Add("instance", "https://eu7.example.com") };
            return new(new Acquired(request.With(grant).Compose([CredentialField.Header("Authorization", "Bearer access")]), grant));
        }
    }
}
