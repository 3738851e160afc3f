using System.Text;
using AuthProfiles.OAuth;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.OAuth;

[CancelAfter(30_000)]
internal sealed class DeviceCodeProfileTests
{
    private const string Begun = """{"device_code":"dc-secret","user_code":"ABCD-EFGH","verification_uri":"https://login.example/device","expires_in":600}""";
    private const string Token = """{"access_token":"at","token_type":"Bearer","expires_in":3600,"refresh_token":"rt"}""";
    private const string Pending = """{"error":"authorization_pending"}""";

    [Test]
    public async Task The_device_asks_as_the_RFC_has_it_and_shows_what_it_is_given()
    {
        var server = new TokenServer(Begun);

        var device = await StartAsync(server, Profile(o => o.Scope["scope"] = "read"));

        Assert.That(server.Sent.Single().Address, Is.EqualTo(new Uri("https://login.example/device_authorization")));
        Assert.That(server.Sent.Single().Body, Is.EqualTo("scope=read&client_id=tv"));
        Assert.That(device.UserCode, Is.EqualTo("ABCD-EFGH"));
        Assert.That(device.VerificationUri, Is.EqualTo(new Uri("https://login.example/device")));
        Assert.That(device.ToString(), Is.EqualTo("Go to https://login.example/device and enter ABCD-EFGH."));
    }

    [TestCase("", 5)]
    [TestCase(",\"interval\":7", 7)]
    [TestCase(",\"interval\":\"7\"", 7)]
    [TestCase(",\"interval\":0", 5)]
    [TestCase(",\"interval\":-3", 5)]
    [TestCase(",\"interval\":null", 5)]
    [TestCase(",\"interval\":\"soon\"", 5)]
    [TestCase(",\"interval\":1e9", 5)]
    [TestCase(",\"interval\":100000", 300)]
    public async Task _8628_01_The_interval_is_five_seconds_where_nothing_else_is_said(string member, int seconds)
    {
        var device = await StartAsync(new TokenServer(Begun[..^1] + member + "}"));

        Assert.That(device.Interval, Is.EqualTo(TimeSpan.FromSeconds(seconds)));
    }

    [Test]
    public async Task _8628_02_No_question_comes_sooner_than_the_interval()
    {
        var polled = await PollAsync(Pending, Pending, "503", Token);

        Assert.That(polled.Waits.Select(static wait => wait.TotalSeconds), Is.All.GreaterThanOrEqualTo(5));
        Assert.That(polled.Grant!.AccessToken.Reveal(), Is.EqualTo("at"));
    }

    [Test]
    public async Task _8628_03_An_order_to_slow_down_holds_for_good()
    {
        var polled = await PollAsync(Pending, """{"error":"slow_down"}""", Pending, """{"error":"slow_down"}""", Pending, Token);

        Assert.That(polled.Waits.Select(static wait => wait.TotalSeconds), Is.EqualTo(new[] { 5d, 5, 10, 10, 15, 15 }));
    }

    [Test]
    public async Task _8628_04_While_nobody_has_decided_it_goes_on()
    {
        var polled = await PollAsync([.. Enumerable.Repeat(Pending, 20), Token]);

        Assert.That(polled.Server.Sent, Has.Count.EqualTo(21));
        Assert.That(polled.Server.Sent[^1].Form(), Is.EquivalentTo(new Dictionary<string, string>
        {
            ["grant_type"] = "urn:ietf:params:oauth:grant-type:device_code",
            ["device_code"] = "dc-secret",
            ["client_id"] = "tv",
        }));
    }

    [TestCase("expired_token", AuthorizationErrorKind.AuthorizationRequired, "the code has expired: begin again")]
    [TestCase("access_denied", AuthorizationErrorKind.AuthorizationRequired, "its owner has refused")]
    [TestCase("invalid_grant", AuthorizationErrorKind.AuthorizationRequired, "the authorization has ended, and its owner must authorize again")]
    [TestCase("invalid_client", AuthorizationErrorKind.ClientRefused, "check AuthProfiles:Profiles:tv:ClientId")]
    [TestCase("invalid_request", AuthorizationErrorKind.OAuthError, "answered 200 invalid_request")]
    [TestCase("nobody_knows", AuthorizationErrorKind.OAuthError, "answered 200 nobody_knows")]
    public async Task _8628_05_Every_other_error_ends_it(string code, AuthorizationErrorKind kind, string why)
    {
        var polled = await PollAsync(Pending, $$"""{"error":"{{code}}"}""", Token);

        Assert.That((polled.Error!.Kind, polled.Error.ErrorCode), Is.EqualTo((kind, code)));
        Assert.That(polled.Error.Message, Does.Contain(why));
        Assert.That(polled.Server.Sent, Has.Count.EqualTo(2));
    }

    [Test]
    public async Task _8628_05_When_the_code_has_expired_it_ends_without_another_question_and_begins_nothing_anew()
    {
        var polled = await PollAsync(Begun.Replace("600", "60", StringComparison.Ordinal), [Pending]);

        Assert.That(polled.Error, Is.TypeOf<AuthorizationRequiredException>().With.Message.Contains("nobody has entered the code in time: begin again"));
        Assert.That(polled.Waits.Select(static wait => wait.TotalSeconds), Is.EqualTo(Enumerable.Repeat(5d, 11)));
        Assert.That(polled.Server.Sent.Select(static sent => sent.Address.AbsolutePath), Is.All.EqualTo("/token"));
    }

    [Test]
    public async Task _8628_06_Where_no_answer_comes_the_waits_double()
    {
        var polled = await PollAsync("reset", "no-connection", "reset", "reset", "reset", Token);

        Assert.That(polled.Waits.Select(static wait => wait.TotalSeconds), Is.EqualTo(new[] { 5d, 10, 20, 40, 60, 60 }));
    }

    [TestCase("verification_uri")]
    [TestCase("verification_url")]
    public async Task _8628_07_The_address_is_taken_by_either_name_and_the_whole_one_as_it_is(string name)
    {
        const string Whole = "https://login.example/device?user_code=ABCD%2DEFGH&x=%C3%A4";
        var answer = $$"""{"device_code":"dc","user_code":"ABCD","{{name}}":"https://login.example/device","verification_uri_complete":"{{Whole}}","expires_in":600}""";

        var device = await StartAsync(new TokenServer(answer));

        Assert.That(device.VerificationUri.OriginalString, Is.EqualTo("https://login.example/device"));
        Assert.That(device.VerificationUriComplete!.OriginalString, Is.EqualTo(Whole));
    }

    [TestCase("""{"device_code":"dc","verification_uri":"https://login.example/device","expires_in":600}""")]
    [TestCase("""{"device_code":"dc","user_code":"A","expires_in":600}""")]
    [TestCase("""{"device_code":"dc","user_code":"A","verification_uri":"file:///etc/passwd","expires_in":600}""")]
    [TestCase("""{"device_code":"dc","user_code":"A","verification_uri":"javascript:alert(1)","expires_in":600}""")]
    public async Task An_answer_that_can_not_be_shown_is_refused(string answer)
    {
        var error = await Assert.CatchAsync<AuthorizationException>(() => StartAsync(new TokenServer(answer)));

        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.MalformedResponse));
        Assert.That(error.Message, Does.Contain("the device authorization endpoint's answer has no user code or no address to go to. Check its address"));
    }

    [Test]
    public async Task An_answer_without_a_device_code_is_refused_and_says_so()
    {
        var error = await Assert.CatchAsync<AuthorizationException>(() => StartAsync(new TokenServer("""{"user_code":"A","verification_uri":"https://login.example/device","expires_in":600}""")));

        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.MalformedResponse));
        Assert.That(error.Message, Does.Contain("the device authorization endpoint answered 200 with neither a device code nor an error code. Check its address"));
    }

    [Test]
    public async Task An_address_without_TLS_is_shown_as_it_is()
    {
        var device = await StartAsync(new TokenServer(Begun.Replace("https:", "http:", StringComparison.Ordinal)));

        Assert.That(device.VerificationUri, Is.EqualTo(new Uri("http://login.example/device")));
    }

    [Test]
    public void Without_an_address_or_an_issuer_the_error_names_the_address() =>
        Assert.That(static () => Profile(static o => o.DeviceAuthorizationUrl = null), Throws.TypeOf<AuthorizationException>().With.Message.EqualTo("Profile 'tv': DeviceAuthorizationUrl is missing. Give an https address."));

    [Test]
    public void Where_an_issuer_is_known_its_metadata_say_where_to_begin() =>
        Assert.That(static () => Profile(static o => (o.DeviceAuthorizationUrl, o.Issuer) = (null, "https://login.example")), Throws.Nothing);

    [Test]
    public async Task _8628_08_The_client_says_who_it_is_in_the_same_way_at_both_endpoints()
    {
        var server = new TokenServer(Begun, Token);
        var profile = Profile(o => (o.ClientAuthentication, o.ClientSecret) = (ClientAuthentication.Basic, "s3cret"));
        var time = new ManualTime();

        await RunAsync(profile, server, time);

        var header = "Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("tv:s3cret"));
        Assert.That(server.Sent.Select(static sent => sent.Authorization), Is.EqualTo(new[] { header, header }));
    }

    [Test]
    public async Task Nothing_of_it_prints_the_device_code()
    {
        var device = await StartAsync(new TokenServer(Begun));

        Assert.That($"{device} {device with { }}", Does.Not.Contain("dc-secret"));
    }

    private static DeviceCodeProfile Profile(Action<DeviceCodeOptions>? configure = null)
    {
        var options = new DeviceCodeOptions
        {
            DeviceAuthorizationUrl = "https://login.example/device_authorization",
            TokenUrl = "https://login.example/token",
            ClientId = "tv",
            ClientAuthentication = ClientAuthentication.None,
        };
        configure?.Invoke(options);
        return new("tv", options);
    }

    private static DeviceFlow Flow(DeviceCodeProfile profile) => (DeviceFlow)profile.Consent!;

    private static async Task<DeviceAuthorization> StartAsync(TokenServer server, DeviceCodeProfile? profile = null)
    {
        profile ??= Profile();
        using var client = new HttpMessageInvoker(server, disposeHandler: false);
        return await Flow(profile).StartAsync(ProfileCall.RequestFor(profile, client, new ManualTime()), default);
    }

    private static async Task<Grant> RunAsync(DeviceCodeProfile profile, TokenServer server, ManualTime time)
    {
        using var client = new HttpMessageInvoker(server, disposeHandler: false);
        var request = ProfileCall.RequestFor(profile, client, time);
        var device = await Flow(profile).StartAsync(request, default);
        return await EndAsync(time, Flow(profile).CompleteAsync(request, device, default));
    }

    private static async Task<Grant> EndAsync(ManualTime time, Task<ConsentedGrant> polling)
    {
        await time.RunAsync(polling);
        return (await polling).Grant;
    }

    private static Task<Polled> PollAsync(params string[] answers) => PollAsync(Begun, answers);

    private static async Task<Polled> PollAsync(string begun, string[] answers)
    {
        var (profile, time, server) = (Profile(), new ManualTime(), new TokenServer(answers));
        using var beginning = new HttpMessageInvoker(new TokenServer(begun));
        var device = await Flow(profile).StartAsync(ProfileCall.RequestFor(profile, beginning, time), default);
        var clocked = new ClockedHandler(server, time);
        using var client = new HttpMessageInvoker(clocked);
        var request = ProfileCall.RequestFor(profile, client, time);
        try
        {
            return new(server, clocked.Waits, await EndAsync(time, Flow(profile).CompleteAsync(request, device, default)), null);
        }
        catch (AuthorizationException error)
        {
            return new(server, clocked.Waits, null, error);
        }
    }

    private sealed record Polled(TokenServer Server, List<TimeSpan> Waits, Grant? Grant, AuthorizationException? Error);

    private sealed class ClockedHandler(TokenServer server, ManualTime time) : DelegatingHandler(server)
    {
        private DateTimeOffset _last = time.GetUtcNow();

        public List<TimeSpan> Waits { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Waits.Add(time.GetUtcNow() - _last);
            _last = time.GetUtcNow();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
