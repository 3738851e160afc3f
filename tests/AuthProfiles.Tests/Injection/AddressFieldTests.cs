using AuthProfiles.Injection;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Injection;

/// <summary>A credential in query or path goes out only where its profile has said so, because only then no trace shows the address.</summary>
[Category("I2")]
public sealed class AddressFieldTests
{
    private const string Canary = "canary";

    private static readonly CredentialField Query = CredentialField.QueryString("ticket", Canary);
    private static readonly CredentialField Path = CredentialField.PathParam("ticket", Canary);
    private static readonly CredentialField Header = CredentialField.Header("x-ticket", Canary);

    private static IEnumerable<TestCaseData> InAddress =>
    [
        new TestCaseData(new[] { Query }, "QueryString").SetArgDisplayNames("query"),
        new TestCaseData(new[] { Path }, "PathParam").SetArgDisplayNames("path"),
        new TestCaseData(new[] { Header, Query }, "QueryString").SetArgDisplayNames("header and query"),
        new TestCaseData(new[] { CredentialField.Payload("k", Canary), Path }, "PathParam").SetArgDisplayNames("body and path"),
    ];

    [TestCaseSource(nameof(InAddress))]
    public async Task A_Delegates_credential_in_the_address_is_refused_unless_the_profile_says_that_it_goes_there(CredentialField[] fields, string type)
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, Of(fields), new ManualClock());
        using var request = Request();
        var before = RequestSnapshot.Of(request);

        var error = await Assert.CatchAsync<AuthorizationException>(() => http.SendAsync(request));

        Assert.That((error!.Kind, error.Profile), Is.EqualTo((AuthorizationErrorKind.Configuration, "drive")));
        Assert.That(error.Message, Is.EqualTo(
            $"Profile 'drive' can't put its credential into {type} 'ticket': a trace would show it there, because the profile doesn't say that its credential goes into the address. Set ShowsInAddress."));
        Assert.That(error.ToString(), Does.Not.Contain(Canary));
        Assert.That(primary.Sent, Is.Empty);
        Assert.That(RequestSnapshot.Of(request), Is.EqualTo(before));
    }

    [TestCaseSource(nameof(InAddress))]
    public async Task A_Delegate_that_says_so_has_its_credential_in_the_address(CredentialField[] fields, string type)
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, Of(fields, showsInAddress: true), new ManualClock());
        using var request = Request();

        using var response = await http.SendAsync(request);

        Assert.That(primary.Sent.Single().Address.PathAndQuery, Is.EqualTo(type == "PathParam" ? "/canary/x" : "/%7Bticket%7D/x?ticket=canary"));
    }

    [Test]
    public void A_Delegate_that_says_so_loses_the_platforms_trace_and_needs_a_handler_that_can()
    {
        using var sockets = new SocketsHttpHandler();
        using var client = new HttpClientHandler();
        var definition = Of([Query], showsInAddress: true).Definition;

        PrimaryHardening.Apply(sockets, definition);

        Assert.That(sockets.ActivityHeadersPropagator, Is.Null);
        Assert.That(() => PrimaryHardening.Apply(client, definition), Throws.TypeOf<AuthorizationException>().With.Message.Contains("SocketsHttpHandler"));
    }

    [Test]
    public void A_Delegate_of_headers_keeps_the_platforms_trace_and_any_handler()
    {
        using var sockets = new SocketsHttpHandler();
        using var client = new HttpClientHandler();
        var definition = Of([Header]).Definition;

        PrimaryHardening.Apply(sockets, definition);
        PrimaryHardening.Apply(client, definition);

        Assert.That(sockets.ActivityHeadersPropagator, Is.Not.Null);
    }

    [Test]
    public async Task An_applications_own_kind_of_profile_is_held_to_its_traits([Values] bool showsInAddress)
    {
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new OwnProfile(showsInAddress), new ManualClock());

        await Assert.ThatAsync(() => http.GetAsync("x"), showsInAddress ? Throws.Nothing : Throws.TypeOf<AuthorizationException>().With.Message.Contains("ShowsInAddress"));

        Assert.That(primary.Sent, Has.Count.EqualTo(showsInAddress ? 1 : 0));
    }

    private static HttpRequestMessage Request() => new(HttpMethod.Post, "https://api.example/{ticket}/x") { Content = new StringContent("{}", System.Text.Encoding.UTF8, "application/json") };

    private static DelegateProfile Of(CredentialField[] fields, bool showsInAddress = false) =>
        new("drive", new() { BaseUrl = "https://api.example/", Acquire = (_, _) => new(new Credential(fields)), ShowsInAddress = showsInAddress });

    private sealed class OwnProfile : IAuthorizationProfile
    {
        public OwnProfile(bool showsInAddress)
        {
            Definition = new("own", new DelegateOptions { BaseUrl = "https://api.example/" }, new() { AuthorizationType = "Own", ShowsInAddress = showsInAddress });
            Definition.Validate();
        }

        public ProfileDefinition Definition { get; }

        public ValueTask<Acquired> AcquireAsync(CredentialRequest request, CancellationToken cancellationToken) => new(new Acquired(request.Compose([Query])));
    }
}
