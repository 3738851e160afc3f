using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Authorization;

public sealed class DialectTests : AuthorizationFixture
{
    private const string ZendeskAuthorizationUrl = "https://acme.zendesk.com/oauth/authorizations/new";
    private const string EntraAuthorizationUrl = "https://login.microsoftonline.com/contoso.example/oauth2/v2.0/authorize";

    [Test]
    public async Task Zendesk_takes_a_code_as_json_and_tells_both_lifetimes_if_asked()
    {
        var code = await CodeAsync(ZendeskAuthorizationUrl, ("scope", "read"));

        using var response = await Server.AnswerAsync(Zendesk(("grant_type", "authorization_code"), ("code", code), ("redirect_uri", Callback), ("code_verifier", Verifier), ("expires_in", "600"), ("refresh_token_expires_in", "604800")));
        var answer = await response.JsonAsync();

        Assert.Multiple(() =>
        {
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.Created));
            Assert.That((string?)answer["token_type"], Is.EqualTo("bearer"));
            Assert.That((int?)answer["expires_in"], Is.EqualTo(600));
            Assert.That((int?)answer["refresh_token_expires_in"], Is.EqualTo(604_800));
            Assert.That((string?)answer["scope"], Is.EqualTo("read"));
        });
    }

    [Test]
    public async Task Zendesk_ends_both_tokens_at_a_renewal_and_tells_no_lifetime_unasked()
    {
        var first = await ZendeskTokensAsync();

        var second = await GrantedAsync(Zendesk(("grant_type", "refresh_token"), ("refresh_token", (string)first["refresh_token"]!)));

        Assert.Multiple(async () =>
        {
            Assert.That(second.ContainsKey("expires_in"), Is.False);
            Assert.That(second.ContainsKey("refresh_token_expires_in"), Is.False);
            Assert.That(TokenOf(first), Is.Null);
            Assert.That(TokenOf(second), Is.Not.Null);
            Assert.That(await RefusalAsync(Zendesk(("grant_type", "refresh_token"), ("refresh_token", (string)first["refresh_token"]!))), Is.EqualTo("400 invalid_grant"));
        });
    }

    [Test]
    public async Task A_refresh_token_of_one_zendesk_account_is_nothing_at_another()
    {
        var refreshToken = (string)(await ZendeskTokensAsync())["refresh_token"]!;

        Assert.That(await RefusalAsync(Renewal(refreshToken, address: "https://globex.zendesk.com/oauth/tokens")), Is.EqualTo("400 invalid_grant"));
    }

    [TestCase("grant_type", "password", ExpectedResult = "400 unsupported_grant_type")]
    [TestCase("refresh_token_expires_in", "604799", ExpectedResult = "400 invalid_request")]
    [TestCase("refresh_token_expires_in", "7776001", ExpectedResult = "400 invalid_request")]
    public async Task<string> Zendesk_refuses(string name, string value) =>
        await RefusalAsync(Zendesk([.. new[] { ("grant_type", "refresh_token"), ("refresh_token", "r") }.Where(pair => pair.Item1 != name), (name, value)]));

    [TestCase("openid offline_access", true)]
    [TestCase("openid", false)]
    public async Task Entra_renews_for_who_asked_for_offline_access(string scope, bool renews)
    {
        var code = await CodeAsync(EntraAuthorizationUrl, ("scope", scope));

        var answer = await GrantedAsync(Redemption(code, Wire.EntraTokenUrl));

        Assert.That(answer.ContainsKey("refresh_token"), Is.EqualTo(renews));
        Assert.That((string?)ClaimsOf((string)answer["id_token"]!)["iss"], Is.EqualTo("https://login.microsoftonline.com/contoso.example/v2.0"));
        if (renews)
        {
            var renewed = await GrantedAsync(Renewal((string)answer["refresh_token"]!, address: Wire.EntraTokenUrl, more: ("scope", "openid")));
            Assert.That(renewed.ContainsKey("refresh_token"), Is.True);
        }
    }

    [Test]
    public async Task Entra_has_metadata_of_its_own_layout()
    {
        var metadata = await GrantedAsync(new(HttpMethod.Get, "https://login.microsoftonline.com/contoso.example/v2.0/.well-known/openid-configuration"));

        Assert.Multiple(async () =>
        {
            Assert.That((string?)metadata["issuer"], Is.EqualTo("https://login.microsoftonline.com/contoso.example/v2.0"));
            Assert.That((string?)metadata["authorization_endpoint"], Is.EqualTo(EntraAuthorizationUrl));
            Assert.That((string?)metadata["token_endpoint"], Is.EqualTo(Wire.EntraTokenUrl));
            Assert.That(metadata.ContainsKey("revocation_endpoint"), Is.False);
            Assert.That((await GrantedAsync(new(HttpMethod.Get, (string)metadata["jwks_uri"]!))).ContainsKey("keys"), Is.True);
            Assert.That((await GrantedAsync(Wire.Form((string)metadata["device_authorization_endpoint"]!, ("client_id", "app")))).ContainsKey("device_code"), Is.True);
        });
    }

    [Test]
    public async Task Entra_lets_a_users_scope_be_any()
    {
        var code = await CodeAsync("https://login.microsoftonline.com/common/oauth2/v2.0/authorize", ("scope", "User.Read Mail.Read"));

        Assert.That(await RefusalAsync(Redemption(code, "https://login.microsoftonline.com/common/oauth2/v2.0/token")), Is.EqualTo("200"));
    }

    private static HttpRequestMessage Zendesk(params (string Name, string Value)[] parameters) =>
        new(HttpMethod.Post, Wire.ZendeskTokenUrl)
        {
            Content = JsonContent.Create(new JsonObject(parameters.Append(("client_id", "app")).Select(static pair => KeyValuePair.Create(pair.Item1, (JsonNode?)pair.Item2)))),
        };

    private async Task<JsonObject> ZendeskTokensAsync() =>
        await GrantedAsync(Redemption(await CodeAsync(ZendeskAuthorizationUrl, ("scope", "read")), Wire.ZendeskTokenUrl));
}
