using System.Text;
using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.Consent;

[TestFixture]
public sealed class IssuerFormTests
{
    private const string Common = "https://login.calendar.example/common/v2.0";
    private const string Tenant = "https://login.calendar.example/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0";
    private const string Other = "https://login.calendar.example/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0";
    private const string Form = "https://login.calendar.example/{tenantid}/v2.0";

    public static IEnumerable<TestCaseData> Issuers =>
    [
        new(Common, Tenant, true),
        new(Common, Common, true),
        new(Common, Form, false),
        new(Common, "https://login.calendar.example//v2.0", false),
        new(Common, "https://login.calendar.example/72f988bf-86f1-41af-91ab-2d7cd011db47/x/v2.0", false),
        new(Common, "https://login.calendar.example/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0/", false),
        new(Common, "https://evil.example/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0", false),
        new(Tenant, Tenant, true),
        new(Tenant, Other, false),
    ];

    [TestCaseSource(nameof(Issuers))]
    public async Task A_callback_may_name_an_issuer_of_the_form_and_no_other(string asked, string named, bool isTaken)
    {
        await using var calendar = Calendar(asked);
        var start = await calendar.StartAsync();
        Answer(calendar, start, isTaken ? named : Tenant);

        Func<Task> complete = () => calendar.Connections.CompleteAsync(CalendarTest.Back(start, $"code=the-code&iss={Uri.EscapeDataString(named)}"), user: "mia");

        await Assert.ThatAsync(complete, isTaken ? Throws.Nothing : Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.CallbackRefused));
    }

    [TestCaseSource(nameof(Issuers))]
    public async Task An_ID_token_may_be_of_an_issuer_of_the_form_and_no_other(string asked, string named, bool isTaken)
    {
        await using var calendar = Calendar(asked);
        var start = await calendar.StartAsync();
        Answer(calendar, start, named);

        Func<Task> complete = () => calendar.Connections.CompleteAsync(CalendarTest.Back(start), user: "mia");

        await Assert.ThatAsync(complete, isTaken ? Throws.Nothing : Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.InvalidToken));
    }

    [TestCase(Form, Other, true)]
    [TestCase(Tenant, Tenant, true)]
    [TestCase(Tenant, Other, false)]
    public async Task What_the_metadata_named_is_what_counts(string inMetadata, string named, bool isTaken)
    {
        await using var calendar = Calendar(Common, isDiscovered: true);
        calendar.Token = _ => CalendarTest.Json(200, $$"""{"issuer":"{{inMetadata}}","authorization_endpoint":"https://login.calendar.example/authorize","token_endpoint":"https://login.calendar.example/token"}""");
        var start = await calendar.StartAsync();
        Answer(calendar, start, named);

        Func<Task> complete = () => calendar.Connections.CompleteAsync(CalendarTest.Back(start), user: "mia");

        await Assert.ThatAsync(complete, isTaken ? Throws.Nothing : Throws.TypeOf<AuthorizationException>().With.Property("Kind").EqualTo(AuthorizationErrorKind.InvalidToken));
    }

    private static CalendarTest Calendar(string issuer, bool isDiscovered = false) => new(o =>
    {
        o.Issuer = issuer;
        o.Provider = OAuthProvider.Standard with { IssuerForm = Form };
        o.Scope["scope"] = "openid";
        o.AuthorizationUrl = isDiscovered ? null : o.AuthorizationUrl;
    });

    private static void Answer(CalendarTest calendar, AuthorizationStart start, string issuer)
    {
        var nonce = CalendarTest.Parameters(start.Address.AbsoluteUri)["nonce"];
        var expiry = calendar.Time.GetUtcNow().ToUnixTimeSeconds() + 600;
        var claims = $$"""{"iss":"{{issuer}}","aud":"app","exp":{{expiry}},"nonce":"{{nonce}}"}""";
        var token = $"e30.{Base64Url.Encode(Encoding.UTF8.GetBytes(claims))}.sig";
        calendar.Token = _ => CalendarTest.Json(200, $$"""{"access_token":"at","token_type":"Bearer","expires_in":3600,"id_token":"{{token}}"}""");
    }
}
