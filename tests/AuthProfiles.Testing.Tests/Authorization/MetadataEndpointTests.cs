using System.Net;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Authorization;

public sealed class MetadataEndpointTests : AuthorizationFixture
{
    [TestCase("https://login.orders.example/.well-known/openid-configuration", "https://login.orders.example")]
    [TestCase("https://login.orders.example/.well-known/oauth-authorization-server", "https://login.orders.example")]
    [TestCase("https://login.orders.example/acme/v1/.well-known/openid-configuration", "https://login.orders.example/acme/v1")]
    [TestCase("https://login.orders.example/.well-known/oauth-authorization-server/acme/v1", "https://login.orders.example/acme/v1")]
    [TestCase("https://login.orders.example/.well-known/openid-configuration/acme%20ltd", "https://login.orders.example/acme%20ltd")]
    [TestCase("http://127.0.0.1:5000/acme/.well-known/openid-configuration", "http://127.0.0.1:5000/acme")]
    public async Task Any_address_is_an_issuer(string address, string issuer)
    {
        var metadata = await ReadAsync(address);

        Assert.Multiple(() =>
        {
            Assert.That((string?)metadata["issuer"], Is.EqualTo(issuer));
            Assert.That((string?)metadata["token_endpoint"], Is.EqualTo(issuer + "/token"));
            Assert.That((bool?)metadata["authorization_response_iss_parameter_supported"], Is.True);
            Assert.That(metadata["code_challenge_methods_supported"]!.ToJsonString(), Is.EqualTo("[\"S256\"]"));
            Assert.That(metadata["grant_types_supported"]!.AsArray(), Has.Count.EqualTo(7));
        });
    }

    [TestCase("https://login.orders.example/.well-known/other")]
    [TestCase("https://login.orders.example/.well-known/openid-configurations")]
    public async Task Another_document_is_not_there(string address)
    {
        using var response = await Server.AnswerAsync(new(HttpMethod.Get, address));

        Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.NotFound));
    }

    [TestCase("https://login.orders.example")]
    [TestCase("https://login.orders.example/oauth2/v1")]
    public async Task What_the_metadata_name_answers(string issuer)
    {
        var metadata = await ReadAsync(issuer + "/.well-known/openid-configuration");

        var callback = QueryOf(await Server.ConsentAsync(Authorize((string)metadata["authorization_endpoint"]!)));
        Assert.That(callback["iss"], Is.EqualTo(issuer));
        var answer = await GrantedAsync(Redemption(callback["code"], (string)metadata["token_endpoint"]!));
        Assert.That(TokenOf(answer), Is.Not.Null);
        var device = await GrantedAsync(Wire.Form((string)metadata["device_authorization_endpoint"]!, ("client_id", "app")));
        Assert.That(device.ContainsKey("user_code"), Is.True);
        Assert.That(await RefusalAsync(Wire.Form((string)metadata["revocation_endpoint"]!, ("client_id", "app"), ("token", (string)answer["access_token"]!))), Is.EqualTo("200"));
        Assert.That(TokenOf(answer), Is.Null);
        Assert.That((await ReadAsync((string)metadata["jwks_uri"]!)).ContainsKey("keys"), Is.True);
    }

    [TestCase("https://login.calendar.example/authorize", "https://login.calendar.example")]
    [TestCase("https://accounts.google.com/o/oauth2/v2/auth", "https://accounts.google.com")]
    [TestCase("https://id.example/realms/acme/protocol/openid-connect/auth", "https://id.example/realms/acme")]
    [TestCase("https://id.example/oauth2/default/v1/authorize", "https://id.example/oauth2/default")]
    [TestCase("https://login.microsoftonline.com/contoso.example/oauth2/v2.0/authorize", "https://login.microsoftonline.com/contoso.example/v2.0")]
    [TestCase("https://acme.zendesk.com/oauth/authorizations/new", "https://acme.zendesk.com")]
    public async Task An_address_of_its_own_tells_the_issuer(string address, string issuer) =>
        Assert.That(QueryOf(await Server.ConsentAsync(Authorize(address)))["iss"], Is.EqualTo(issuer));

    [Test]
    public async Task Metadata_change_nothing_for_tokens_that_were_issued_before()
    {
        var answer = await TokensAsync();

        await ReadAsync("https://login.orders.example/acme/oauth/.well-known/openid-configuration");

        Assert.That(await RefusalAsync(Renewal((string)answer["refresh_token"]!)), Is.EqualTo("200"));
    }

    private async Task<JsonObject> ReadAsync(string address) => await GrantedAsync(new(HttpMethod.Get, address));
}
