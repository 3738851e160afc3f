using AuthProfiles.OAuth;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.OAuth;

[CancelAfter(60_000)]
internal sealed class MetadataCacheTests
{
    private static readonly MetadataQuery Query = new(MetadataServer.Issuer);

    private readonly ManualTime _time = new();
    private readonly MetadataServer _server = new() { Answers = { [MetadataServer.OpenId] = MetadataServer.Document() } };
    private MetadataCache _cache = null!;
    private Func<HttpMessageInvoker> _client = null!;

    [SetUp]
    public void MakeCache()
    {
        _cache = new(_time, static () => 1);
        _client = () => _server.Client;
        _server.Answers[MetadataServer.OpenId] = MetadataServer.Document();
        _server.Until = Task.CompletedTask;
        _server.Asked.Clear();
    }

    [OneTimeTearDown]
    public void DisposeServer() => _server.Dispose();

    [Test]
    public async Task Metadata_are_kept_for_a_day()
    {
        var first = await FindAsync();
        _time.Advance(TimeSpan.FromHours(24) - TimeSpan.FromSeconds(1));

        Assert.That(await FindAsync(), Is.SameAs(first));
        Assert.That(_server.Asked, Has.Count.EqualTo(1));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.That(await FindAsync(), Is.Not.SameAs(first));
        Assert.That(_server.Asked, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task Old_metadata_serve_for_a_week_while_there_are_no_newer_ones([Values("500", "{}", "404", "302")] string answer)
    {
        var first = await FindAsync();
        _server.Answers[MetadataServer.OpenId] = answer;
        _time.Advance(TimeSpan.FromDays(6));
        Assert.That(await FindAsync(), Is.SameAs(first));

        _time.Advance(TimeSpan.FromDays(1));

        Assert.That((await FindAsync()).Succeeded, Is.False);
        _server.Answers[MetadataServer.OpenId] = MetadataServer.Document();
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.That((await FindAsync()).Succeeded, Is.True);
    }

    [Test]
    public async Task A_failure_holds_its_issuer_back_longer_each_time_and_is_forgotten_by_a_success()
    {
        _server.Answers[MetadataServer.OpenId] = "{}";
        foreach (var seconds in new[] { 5, 10, 20, 30, 30 })
        {
            var before = _server.Asked.Count;
            Assert.That((await FindAsync()).Succeeded, Is.False);
            _time.Advance(TimeSpan.FromSeconds(seconds) - TimeSpan.FromTicks(1));
            Assert.That((await FindAsync()).Succeeded, Is.False);
            Assert.That(_server.Asked, Has.Count.EqualTo(before + 1));
            _time.Advance(TimeSpan.FromTicks(1));
        }

        _server.Answers[MetadataServer.OpenId] = MetadataServer.Document();
        Assert.That((await FindAsync()).Succeeded, Is.True);
    }

    [TestCase("503 100", 100)]
    [TestCase("503 1000000", 3600)]
    public async Task A_failure_holds_its_issuer_back_for_as_long_as_that_asked_for_within_an_hour(string answer, int seconds)
    {
        _server.Answers[MetadataServer.OpenId] = answer;
        await FindAsync();
        _server.Answers[MetadataServer.OpenId] = MetadataServer.Document();

        _time.Advance(TimeSpan.FromSeconds(seconds - 1));
        Assert.That((await FindAsync()).Succeeded, Is.False);
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.That((await FindAsync()).Succeeded, Is.True);
    }

    [Test]
    public async Task Everybody_waits_for_one_request()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.Until = answer.Task;

        var waiting = Enumerable.Range(0, 100).Select(_ => FindAsync()).ToArray();
        answer.SetResult();
        var found = await Task.WhenAll(waiting);

        Assert.That(_server.Asked, Has.Count.EqualTo(1));
        Assert.That(found.Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task Whoever_gives_up_stops_waiting_and_ends_nothing()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _server.Until = answer.Task;
        using var caller = new CancellationTokenSource();
        var first = _cache.FindAsync(Query, _client, caller.Token);
        var second = FindAsync();

        await caller.CancelAsync();
        await Assert.ThatAsync(() => first, Throws.InstanceOf<OperationCanceledException>());
        answer.SetResult();

        Assert.That((await second).Succeeded, Is.True);
        Assert.That(_server.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_client_that_can_not_be_made_is_asked_for_again()
    {
        var made = 0;
        HttpMessageInvoker Make() => made++ == 0 ? throw new InvalidOperationException("not yet") : _server.Client;
        _client = Make;

        await Assert.ThatAsync(FindAsync, Throws.InvalidOperationException);
        Assert.That((await FindAsync()).Succeeded, Is.True);
    }

    [Test]
    public async Task What_one_issuer_template_or_client_was_told_is_for_no_other()
    {
        await FindAsync();
        await _cache.FindAsync(Query with { Issuer = MetadataServer.Issuer + "/other" }, _client, CancellationToken.None);
        await _cache.FindAsync(Query with { IssuerTemplate = "https://{tenantid}" }, _client, CancellationToken.None);
        await _cache.FindAsync(Query, () => _server.Client, CancellationToken.None);

        Assert.That(_server.Asked, Has.Count.EqualTo(5), "the other issuer has none at either address");
    }

    [Test]
    public async Task The_issuers_used_longest_ago_go_first()
    {
        for (var i = 0; i <= MetadataCache.Most; i++)
        {
            _time.Advance(TimeSpan.FromTicks(1));
            await FindAsync();
            _time.Advance(TimeSpan.FromTicks(1));
            await _cache.FindAsync(new("http://refused.example/" + i), _client, CancellationToken.None);
        }

        Assert.That(_server.Asked, Has.Count.EqualTo(1));
    }

    [Test]
    public async Task A_profile_is_told_of_a_failure_by_an_exception_of_its_connection()
    {
        _server.Answers[MetadataServer.OpenId] = "{}";
        var profile = new CountingProfile();
        var request = new CredentialRequest(profile.Definition, new() { Key = new("counted", "acme") }, _client, _time) { Metadata = _cache };

        var error = await Assert.ThrowsAsync<AuthorizationException>(() => request.FindMetadataAsync(MetadataServer.Issuer, issuerTemplate: null, CancellationToken.None).AsTask());

        Assert.That((error!.Kind, error.Profile, error.Tenant), Is.EqualTo((AuthorizationErrorKind.MalformedResponse, "counted", "acme")));
    }

    [Test]
    public async Task All_acquisitions_of_an_application_share_what_was_found()
    {
        var profile = new CountingProfile(async (number, request, cancellation) =>
        {
            await request.FindMetadataAsync(MetadataServer.Issuer, issuerTemplate: null, cancellation);
            return Credential.Bearer($"token-{number}");
        });
        using var primary = new Switch(_server);
        using var http = Clients.Over(primary, profile, new ManualClock());

        await http.For("acme").GetAsync("x");
        await http.For("globex").GetAsync("x");

        Assert.That((profile.Count, _server.Asked.Count), Is.EqualTo((2, 1)));
    }

    [Test]
    public async Task A_profile_by_itself_asks_too()
    {
        var request = new CredentialRequest(new CountingProfile().Definition, new() { Key = new("counted") }, _client, _time);

        Assert.That((await request.FindMetadataAsync(MetadataServer.Issuer, issuerTemplate: null, CancellationToken.None)).Issuer, Is.EqualTo(MetadataServer.Issuer));
    }

    private Task<MetadataReading> FindAsync() => RunAsync(_cache.FindAsync(Query, _client, CancellationToken.None));

    // Waits between attempts end when the clock is moved.
    private async Task<MetadataReading> RunAsync(Task<MetadataReading> finding)
    {
        if (!_server.Until.IsCompleted)
        {
            return await finding;
        }

        for (var i = 0; i < 1_000 && !finding.IsCompleted; i++)
        {
            await Task.WhenAny(finding, Task.Delay(TimeSpan.FromMilliseconds(1)));
            if (!finding.IsCompleted && _time.NextDue is { } due && due - _time.GetUtcNow() < TimeSpan.FromSeconds(9))
            {
                _time.Advance(due - _time.GetUtcNow());
            }
        }

        return await finding;
    }

    /// <summary>Serves the API beside the issuer.</summary>
    private sealed class Switch(HttpMessageHandler issuer) : HttpMessageHandler
    {
        private readonly HttpMessageInvoker _issuer = new(issuer, disposeHandler: false);

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.RequestUri!.Host == "api.example" ? Task.FromResult(new HttpResponseMessage { RequestMessage = request }) : _issuer.SendAsync(request, cancellationToken);
    }
}
