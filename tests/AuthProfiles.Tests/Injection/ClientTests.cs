using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Injection;
using AuthProfiles.Templates;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Injection;

/// <summary>Clients, their views, and the addresses of both.</summary>
public sealed class ClientTests
{
    private const string NoAddress = "shop: neither the profile nor the client has an https base address. Set BaseUrl.";

    [Test]
    public void A_view_has_the_settings_of_its_client()
    {
        using var http = Clients.Over(new StubPrimary(), new CountingProfile(), new ManualClock());
        (http.Timeout, http.MaxResponseContentBufferSize) = (TimeSpan.FromSeconds(7), 77);
        (http.DefaultRequestVersion, http.DefaultVersionPolicy) = (new(2, 0), HttpVersionPolicy.RequestVersionExact);

        var view = http.For("acme");

        Assert.That(
            (view.Timeout, view.MaxResponseContentBufferSize, view.DefaultRequestVersion, view.DefaultVersionPolicy),
            Is.EqualTo((TimeSpan.FromSeconds(7), 77L, new Version(2, 0), HttpVersionPolicy.RequestVersionExact)));
    }

    [Test]
    public async Task Disposing_a_view_ends_nothing_of_its_client()
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new CountingProfile(), new ManualClock());

        http.For("acme").Dispose();
        using var response = await http.For("acme").GetAsync("x");

        Assert.That(primary.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    public void A_client_without_a_profile_is_told_how_to_get_one()
    {
        using var http = new HttpClient();

        var error = Assert.Throws<AuthorizationException>(() => http.For("acme"))!;

        Assert.That((error.Kind, error.Profile), Is.EqualTo((AuthorizationErrorKind.Configuration, string.Empty)));
        Assert.That(error.Message, Is.EqualTo("This HttpClient has no authorization profile. Let the factory make it (AddHttpClient(…).AddAuthorizationProfile(name)), or call CreateHttpClient on the profile."));
    }

    [Test]
    public void A_request_that_names_nobody_knows_no_profile_to_blame()
    {
        using var request = new HttpRequestMessage();

        var error = Assert.Throws<AuthorizationException>(() => request.For(string.Empty))!;

        Assert.That((error.Kind, error.Profile), Is.EqualTo((AuthorizationErrorKind.InvalidValue, string.Empty)));
        Assert.That(error.Message, Is.EqualTo("The tenant name '' is empty. Use the application's own short name for its customer."));
    }

    [Test]
    public void A_client_without_a_container_looks_up_its_host_every_five_minutes()
    {
        using var http = Shop("https://api.example/v1/").CreateHttpClient();
        HttpMessageHandler? handler = ClientBindings.Require(http).Chain;
        while (handler is DelegatingHandler outer)
        {
            handler = outer.InnerHandler;
        }

        Assert.That(http.BaseAddress, Is.EqualTo(new Uri("https://api.example/v1/")));
        Assert.That(((SocketsHttpHandler)handler!).PooledConnectionLifetime, Is.EqualTo(TimeSpan.FromMinutes(5)));
    }

    [Test]
    public async Task A_client_without_a_container_sends_the_credential_and_has_views()
    {
        using var primary = new StubPrimary();
        using var http = Shop("https://api.example/v1/").CreateHttpClient(primary);

        (await http.GetAsync("x")).Dispose();
        (await http.For("acme").GetAsync("x")).Dispose();

        Assert.That(primary.Sent.Select(static sent => (sent.Address.AbsoluteUri, sent["x-api-key"])), Is.EqualTo(new[] { ("https://api.example/v1/x", "own"), ("https://api.example/v1/x", "a") }));
    }

    [Test]
    public void A_client_without_a_container_needs_an_address_of_its_profile()
    {
        using var primary = new StubPrimary();

        Assert.That(
            () => Shop(baseUrl: null).CreateHttpClient(primary),
            Throws.TypeOf<AuthorizationException>().With.Message.EqualTo(NoAddress).And.Property("Kind").EqualTo(AuthorizationErrorKind.Configuration));
    }

    [TestCase(null)]
    [TestCase("http://api.example/")]
    public void A_client_whose_address_is_not_secure_is_refused(string? address)
    {
        using var client = Client(address);

        Assert.That(() => Binding(Shop(baseUrl: null)).Prepare(client), Throws.TypeOf<AuthorizationException>().With.Message.EqualTo(NoAddress));
    }

    [TestCase(null)]
    [TestCase("http://api.example/")]
    public void A_profile_that_lists_origins_needs_no_address(string? address)
    {
        using var client = Client(address);
        var binding = Binding(Shop(baseUrl: null, alsoAllow: "https://other.example"));

        binding.Prepare(client);

        Assert.That(client.BaseAddress?.AbsoluteUri, Is.EqualTo(address));
        Assert.That(binding.Allows(new("http://api.example/")), Is.False);
    }

    [Test]
    [Category("I4")]
    public async Task A_client_with_an_address_of_its_own_sends_the_credential_there_and_nowhere_else()
    {
        using var primary = new StubPrimary();
        ConnectionHandler? chain = null;
        var source = Source(Shop(baseUrl: null));
        var binding = new ClientBinding(source, () => chain!);
        chain = new(source) { InnerHandler = new CredentialHandler(source, binding) { InnerHandler = primary } };
        using var http = new HttpClient(chain) { BaseAddress = new("https://api.example/v1/") };
        binding.Prepare(http);

        using var response = await http.GetAsync("x");

        Assert.That(primary.Sent.Single()["x-api-key"], Is.EqualTo("own"));
        Assert.That(
            async () => await http.GetAsync("https://other.example/"),
            Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.OriginRefused));
        Assert.That((binding.Allows(new("https://api.example/v2/")), binding.Allows(new("https://other.example/"))), Is.EqualTo((true, false)));
        Assert.That(primary.Sent, Has.Count.EqualTo(1));
    }

    [Test]
    [Category("I4")]
    public void A_handler_without_a_client_knows_only_the_addresses_of_its_profile()
    {
        using var primary = new StubPrimary();
        using var http = new HttpClient(new CredentialHandler(Shop("https://api.example/")) { InnerHandler = primary });

        Assert.That(
            async () => await http.GetAsync("https://other.example/"),
            Throws.TypeOf<AuthorizationException>().With.Message.EqualTo("shop: the credential must not go to https://other.example. It is for https://api.example: set BaseUrl, or add the origin to AlsoAllow."));
        Assert.That(primary.Sent, Is.Empty);
    }

    [Test]
    public void An_address_that_the_caller_has_set_stays()
    {
        using var client = Client("https://api.example/v2/");

        Binding(Shop("https://api.example/v1/")).Prepare(client);

        Assert.That(client.BaseAddress, Is.EqualTo(new Uri("https://api.example/v2/")));
    }

    [TestCase(false, "eu.api.example")]
    [TestCase(true, PlaceholderAddress.Host)]
    public void A_client_has_the_developers_own_address_unless_each_request_may_have_another(bool namesByDefault, string host)
    {
        using var client = Client(address: null);
        var options = new CustomOptions { BaseUrl = "https://{{region}}.api.example/" };
        options.AdditionalFields.Add(new("region") { Secret = false });
        options.Inputs["region"] = "eu";
        options.AuthorizationFields.Add(AuthorizationField.Header("x-key", "1"));
        var binding = new ClientBinding(Source(new CustomProfile("shop", options)), static () => throw new InvalidOperationException())
        {
            NameByDefault = namesByDefault ? static () => ConnectionName.Own : null,
        };

        binding.Prepare(client);

        Assert.That(client.BaseAddress!.Host, Is.EqualTo(host));
    }

    [Test]
    [Category("I7")]
    public void A_view_has_the_address_of_its_connection_where_that_is_known()
    {
        var profile = Shop("https://{tenant}.api.example/v1/", own: null);
        using var http = Clients.Over(new StubPrimary(), profile, new ManualClock());

        Assert.That(http.BaseAddress!.Host, Is.EqualTo(PlaceholderAddress.Host));
        Assert.That(http.For("acme").BaseAddress, Is.EqualTo(new Uri("https://acme.api.example/v1/")));
        Assert.That(http.For("unknown").BaseAddress!.Host, Is.EqualTo(PlaceholderAddress.Host));
    }

    private static HttpClient Client(string? address) => new() { BaseAddress = address is null ? null : new(address) };

    private static CredentialSource Source(IAuthorizationProfile profile) =>
        new(profile, new(static () => throw new InvalidOperationException("No token client here."), new ManualClock(), new InMemoryConnectionStore()));

    private static ClientBinding Binding(IAuthorizationProfile profile) => new(Source(profile), static () => throw new InvalidOperationException("No chain here."));

    private static ApiKeyProfile Shop(string? baseUrl, string? own = "own", string? alsoAllow = null)
    {
        var options = new ApiKeyOptions { BaseUrl = baseUrl, Key = own };
        options.Connections["acme"] = new Dictionary<string, SecretValue> { ["key"] = "a" };
        if (alsoAllow is not null)
        {
            options.AlsoAllow.Add(alsoAllow);
        }

        return new("shop", options);
    }
}
