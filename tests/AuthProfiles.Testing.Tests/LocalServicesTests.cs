using System.Net;

namespace AuthProfiles.Testing;

public sealed class LocalServicesTests
{
    private LocalServices _local = null!;
    private HttpClient _client = null!;

    [SetUp]
    public void Start()
    {
        _local = new LocalServices();
        _client = _local.Client();
    }

    [TearDown]
    public async Task StopAsync()
    {
        _client.Dispose();
        await _local.DisposeAsync();
    }

    [Test]
    public async Task A_host_that_nobody_answers_for_is_named_with_the_cure()
    {
        using var response = await _client.GetAsync("https://api.orders.example/secret-path");

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
        Assert.That(await response.Content.ReadAsStringAsync(), Does.Contain("api.orders.example").And.Contain("ConfigurePrimaryHttpMessageHandler").And.Not.Contain("secret-path"));
    }

    [Test]
    public async Task Any_address_is_a_token_endpoint_for_a_token_client()
    {
        var token = await _local.TokenAsync("https://login.orders.example/acme/oauth/token", "orders.read");

        Assert.That(_local.AuthorizationServer.TryValidate(token, out _), Is.True);
    }

    [Test]
    public async Task The_microsoft_login_answers_everywhere()
    {
        using var response = await _client.SendAsync(Wire.ClientCredentials(Wire.EntraTokenUrl, "https://cognitiveservices.azure.com/.default"));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
    }

    [Test]
    public async Task A_host_that_only_ends_like_a_service_is_not_one()
    {
        using var response = await _client.GetAsync("https://evilzendesk.com/api/v2/tickets");

        Assert.That((string?)(await response.JsonAsync())["error"], Is.EqualTo("no_local_service"));
        Assert.That(response.ReasonPhrase, Does.Contain("No local service answers for this host"));
    }

    [Test]
    public void A_synchronous_send_is_answered_with_its_request()
    {
        using var request = Wire.Request(HttpMethod.Get, "https://acme.zendesk.com/api/v2/tickets/count", authorization: Wire.Basic("a@b.example/token", "t"));

        using var response = _client.Send(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(response.RequestMessage, Is.SameAs(request));
    }

    [Test]
    public void A_synchronous_send_reads_the_body()
    {
        using var request = Wire.Request(HttpMethod.Post, "https://acme.zendesk.com/api/v2/tickets", authorization: Wire.Basic("a@b.example/token", "t"));
        request.Content = new StringContent("{\"ticket\":{\"comment\":{\"body\":\"x\"}}}", null, "application/json");

        using var response = _client.Send(request);

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
    }

    [Test]
    public void A_canceled_send_is_not_recorded()
    {
        var request = Wire.Request(HttpMethod.Get, "https://acme.zendesk.com/api/v2/tickets");

        Assert.That(() => _client.Send(request, new CancellationToken(canceled: true)), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(_local.Zendesk.RequestCount, Is.Zero);
    }

    [Test]
    public async Task A_bearer_token_can_be_asserted_but_not_read()
    {
        var token = await _local.TokenAsync(Wire.ZendeskTokenUrl, "read");
        using var response = await _client.SendAsync(Wire.Request(HttpMethod.Get, "https://acme.zendesk.com/api/v2/tickets?page[size]=1&access_token=" + token, authorization: new("Bearer", token)));
        var request = _local.Zendesk.Requests.Single();

        Assert.Multiple(() =>
        {
            Assert.That(request.HasBearer(token), Is.True);
            Assert.That(request.HasBearer("other"), Is.False);
            Assert.That(request.HasQuery("page[size]", "1"), Is.True);
            Assert.That($"{request} {request.Uri}", Does.Not.Contain(token));
            Assert.That(request.Uri.Query, Does.Contain("page%5Bsize%5D=1"));
        });
    }

    [Test]
    public async Task After_disposal_requests_are_refused()
    {
        await _local.DisposeAsync();

        await Assert.ThatAsync(() => _client.GetAsync("https://acme.zendesk.com/api/v2/tickets"), Throws.InstanceOf<ObjectDisposedException>());
    }
}
