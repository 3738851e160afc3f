using AuthProfiles.Connections;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>Values that come with a grant, such as the address of the account's own server.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class GrantOutputTests
{
    private const string BaseUrl = "{{instance}}/services/";

    private readonly ManualClock _clock = new();
    private readonly StubPrimary _primary = new();
    private readonly RotatingProvider _provider;
    private readonly InMemoryConnectionStore _store;

    public GrantOutputTests()
    {
        _provider = new(_clock);
        _store = new();
    }

    [TearDown]
    public void TearDown() => _primary.Dispose();

    [TestCase(true)]
    [TestCase(false)]
    public async Task The_base_address_comes_with_the_token(bool isGiven)
    {
        var profile = new KeepingProfile(_provider, Configure(isGiven), takesPassword: true, hasOutputs: true) { Outputs = { ["instance"] = "https://eu7.example.com" } };
        await ConnectAsync(isGiven ? null : "acme");
        using var http = Clients.Over(_primary, profile, _clock, _store);

        using var response = await (isGiven ? http : http.For("acme")).GetAsync("query?q=1");

        Assert.That(_primary.Sent.Single().Address, Is.EqualTo(new Uri("https://eu7.example.com/services/query?q=1")));
    }

    [Test]
    public async Task The_base_address_is_known_after_a_restart_from_the_stored_grant()
    {
        await _store.TryWriteAsync(new() { Key = new("kept", "acme", "mia"), Grant = _provider.Issue() with { Outputs = Outputs("https://eu7.example.com") } }, 0);
        using var http = Clients.Over(_primary, new KeepingProfile(_provider, Configure(isGiven: false), hasOutputs: true), _clock, _store);

        using var response = await http.For("acme", "mia").GetAsync("x");

        Assert.That(_primary.Sent.Single().Address.Host, Is.EqualTo("eu7.example.com"));
        Assert.That(_provider.Redemptions, Is.Zero);
    }

    [Test]
    public async Task A_new_grant_moves_the_address()
    {
        var profile = new KeepingProfile(_provider, Configure(isGiven: false), hasOutputs: true) { Outputs = { ["instance"] = "https://us3.example.com" } };
        await _store.TryWriteAsync(new() { Key = new("kept", "acme", "mia"), Grant = _provider.Issue() with { Outputs = Outputs("https://eu7.example.com") } }, 0);
        using var http = Clients.Over(_primary, profile, _clock, _store);
        (await http.For("acme", "mia").GetAsync("x")).Dispose();
        _clock.Advance(TimeSpan.FromHours(2));

        (await http.For("acme", "mia").GetAsync(new Uri("https://us3.example.com/services/x"))).Dispose();
        (await http.For("acme", "mia").GetAsync("x")).Dispose();

        Assert.That(_primary.Sent.Select(static sent => sent.Address.Host), Is.EqualTo(new[] { "eu7.example.com", "us3.example.com", "us3.example.com" }));
    }

    [Test]
    [Category("I4")]
    [TestCase("https://evil.example")]
    [TestCase("http://eu7.example.com")]
    [TestCase("https://eu7.example.com@evil.example")]
    public async Task An_address_that_the_profile_does_not_allow_gets_nothing(string instance)
    {
        var profile = new KeepingProfile(_provider, Configure(isGiven: true), takesPassword: true, hasOutputs: true) { Outputs = { ["instance"] = instance } };
        using var http = Clients.Over(_primary, profile, _clock, _store);

        Assert.That(async () => await http.GetAsync("x"), Throws.InstanceOf<AuthorizationException>());
        Assert.That(_primary.Sent, Is.Empty);
        await Task.CompletedTask;
    }

    [Test]
    public async Task An_answer_without_the_address_is_a_typed_error_that_names_the_value()
    {
        using var http = Clients.Over(_primary, new KeepingProfile(_provider, Configure(isGiven: true), takesPassword: true, hasOutputs: true), _clock, _store);

        var error = await Assert.CatchAsync<AuthorizationException>(() => http.GetAsync("x"));

        Assert.That((error!.Kind, error.Message), Is.EqualTo((AuthorizationErrorKind.MalformedResponse, "kept: the token answer has no value for {{instance}}, which an address or a field of the profile needs.")));
    }

    [Test]
    public void A_synchronous_send_does_not_wait_for_the_address()
    {
        using var http = Clients.Over(_primary, new KeepingProfile(_provider, Configure(isGiven: true), takesPassword: true, hasOutputs: true), _clock, _store);
        using var request = new HttpRequestMessage(HttpMethod.Get, "x");

        Assert.That(() => http.Send(request), Throws.TypeOf<NotSupportedException>());
    }

    [Test]
    public async Task A_connections_own_value_goes_before_the_answers()
    {
        var profile = new KeepingProfile(
            _provider,
            options =>
            {
                Configure(isGiven: false)(options);
                options.AdditionalFields.Add(new("instance") { Shape = AuthProfiles.Templates.ValueShape.Origin("example.com"), Optional = true });
            },
            hasOutputs: true);
        var grant = _provider.Issue() with { Outputs = Outputs("https://eu7.example.com") };
        await _store.TryWriteAsync(new() { Key = new("kept", "acme", "mia"), Inputs = Inputs("instance", "https://own.example.com"), Grant = grant }, 0);
        using var http = Clients.Over(_primary, profile, _clock, _store);

        (await http.For("acme", "mia").GetAsync("x")).Dispose();

        Assert.That(_primary.Sent.Single().Address.Host, Is.EqualTo("own.example.com"));
    }

    [Test]
    public async Task A_grant_that_is_not_kept_moves_the_address_in_memory_and_is_not_written()
    {
        var profile = new MemoryGrantProfile(_clock);
        using var http = Clients.Over(_primary, profile, _clock, _store);

        (await http.GetAsync("x")).Dispose();

        Assert.That(_primary.Sent.Single().Address, Is.EqualTo(new Uri("https://eu7.example.com/services/x")));
        Assert.That(await _store.ReadAsync(new("memory")), Is.Null);
    }

    private static Action<DelegateOptions> Configure(bool isGiven) => options =>
    {
        options.BaseUrl = BaseUrl;
        if (isGiven)
        {
            options.Inputs["username"] = "mia";
            options.Inputs["password"] = "right";
        }
    };

    private static System.Collections.Immutable.ImmutableDictionary<string, string> Outputs(string instance) =>
        System.Collections.Immutable.ImmutableDictionary<string, string>.Empty.Add("instance", instance);

    private static System.Collections.Immutable.ImmutableDictionary<string, SecretValue> Inputs(string key, string value) =>
        System.Collections.Immutable.ImmutableDictionary<string, SecretValue>.Empty.Add(key, value);

    private async Task ConnectAsync(string? tenant)
    {
        if (tenant is not null)
        {
            await _store.TryWriteAsync(new() { Key = new("kept", tenant), Inputs = Inputs("password", "right") }, 0);
        }
    }

    private sealed class MemoryGrantProfile : IAuthorizationProfile
    {
        private readonly TimeProvider _clock;

        public MemoryGrantProfile(TimeProvider clock)
        {
            _clock = clock;
            Definition = new("memory", new DelegateOptions { BaseUrl = BaseUrl }, new()
            {
                AuthorizationType = "Memory",
                Renewable = true,
                Outputs = [new("instance") { Shape = AuthProfiles.Templates.ValueShape.Origin("example.com") }],
            });
            Definition.Validate();
        }

        public ProfileDefinition Definition { get; }

        public ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken)
        {
            var grant = new Grant { AccessToken = "access", ObtainedAt = _clock.GetUtcNow(), Outputs = Outputs("https://eu7.example.com") };
            return new(new Acquired(request.With(grant).Compose([CredentialField.Header("Authorization", "Bearer access")]), grant));
        }
    }
}
