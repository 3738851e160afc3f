using System.Text;
using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

internal sealed class MetadataReaderTests
{
    private const string Common = "https://login.microsoftonline.com/common/v2.0";
    private const string Template = "https://login.microsoftonline.com/{tenantid}/v2.0";
    private const string OfTenant = "https://login.microsoftonline.com/8eaef023-2b34-4da1-9baa-8bc8c9d6a490/v2.0";

    [Test]
    public void What_matters_is_read()
    {
        var metadata = Read(MetadataServer.Document(more: """
            ,"authorization_endpoint":"https://login.example/authorize?p=1","revocation_endpoint":"https://api.example/revoke","device_authorization_endpoint":"https://login.example/device",
            "grant_types_supported":["authorization_code","refresh_token"],"code_challenge_methods_supported":["S256"],"token_endpoint_auth_methods_supported":["private_key_jwt"],
            "authorization_response_iss_parameter_supported":true,"jwks_uri":"http://elsewhere.example/","x":{"issuer":"no"}
            """)).Metadata!;

        Assert.That(metadata.Issuer, Is.EqualTo(MetadataServer.Issuer));
        Assert.That(metadata.TokenEndpoint, Is.EqualTo(new Uri("https://login.example/token")));
        Assert.That(metadata.AuthorizationEndpoint, Is.EqualTo(new Uri("https://login.example/authorize?p=1")));
        Assert.That(metadata.RevocationEndpoint, Is.EqualTo(new Uri("https://api.example/revoke")));
        Assert.That(metadata.DeviceAuthorizationEndpoint, Is.EqualTo(new Uri("https://login.example/device")));
        Assert.That(metadata.GrantTypesSupported, Is.EqualTo(new[] { "authorization_code", "refresh_token" }));
        Assert.That(metadata.CodeChallengeMethodsSupported, Is.EqualTo(new[] { "S256" }));
        Assert.That(metadata.TokenEndpointAuthMethodsSupported, Is.EqualTo(new[] { "private_key_jwt" }));
        Assert.That(metadata.AuthorizationResponseIssParameterSupported, Is.True);
    }

    [TestCase("")]
    [TestCase(""","authorization_endpoint":null,"revocation_endpoint":"","grant_types_supported":null,"authorization_response_iss_parameter_supported":false""")]
    public void What_is_left_out_is_absent(string more)
    {
        var metadata = Read("\uFEFF" + MetadataServer.Document(more: more)).Metadata!;

        Assert.That((metadata.AuthorizationEndpoint, metadata.RevocationEndpoint, metadata.DeviceAuthorizationEndpoint), Is.EqualTo((default(Uri), default(Uri), default(Uri))));
        Assert.That((metadata.GrantTypesSupported, metadata.CodeChallengeMethodsSupported, metadata.TokenEndpointAuthMethodsSupported), Is.EqualTo((default(string[]), default(string[]), default(string[]))));
        Assert.That(metadata.AuthorizationResponseIssParameterSupported, Is.False);
    }

    [TestCase("https://login.example", "https://login.example", true)]
    [TestCase("https://login.example", "https://login.example/", false)]
    [TestCase("https://login.example/", "https://login.example/", true)]
    [TestCase("https://login.example/", "https://login.example", false)]
    [TestCase("https://login.example", "https://LOGIN.example", false)]
    [TestCase("https://login.example", "https://login.example:443", false)]
    [TestCase("https://login.example/a", "https://login.example/%61", false)]
    [TestCase("https://login.example/a", "https://login.example/A", false)]
    [TestCase("https://login.example", "http://login.example", false)]
    [TestCase("https://login.example", "https://evil.example", false)]
    [TestCase("https://login.example", "https://login.example.evil.example", false)]
    [TestCase("https://login.example", "", false)]
    [TestCase("https://login.example", " https://login.example", false)]
    public void _8414_01_The_issuer_is_the_one_that_was_asked_character_by_character(string asked, string named, bool taken)
    {
        var reading = Read(MetadataServer.Document(named), new(asked));

        Assert.That(reading.Succeeded, Is.EqualTo(taken));
        Assert.That(reading.Failure?.Kind, Is.EqualTo(taken ? default(AuthorizationErrorKind?) : AuthorizationErrorKind.MalformedResponse));
    }

    [TestCase("""{"token_endpoint":"https://login.example/token"}""")]
    [TestCase("""{"issuer":null,"token_endpoint":"https://login.example/token"}""")]
    [TestCase("""{"Issuer":"https://login.example","token_endpoint":"https://login.example/token"}""")]
    [TestCase("""{"issuer":"https://login.example","issuer":"https://login.example","token_endpoint":"https://login.example/token"}""")]
    [TestCase("""{"issuer":"https://evil.example","\u0069ssuer":"https://login.example","token_endpoint":"https://login.example/token"}""")]
    [TestCase("""{"issuer":["https://login.example"],"token_endpoint":"https://login.example/token"}""")]
    public void _8414_01_An_issuer_that_is_not_clearly_there_is_another(string document) =>
        Assert.That(Read(document).Failure!.Kind, Is.EqualTo(AuthorizationErrorKind.MalformedResponse));

    [TestCase(Common, Template, true)]
    [TestCase("https://login.microsoftonline.com/contoso.onmicrosoft.com/v2.0", OfTenant, true, Description = "a domain's issuer is its id's")]
    [TestCase(OfTenant, OfTenant, true)]
    [TestCase(OfTenant, "https://login.microsoftonline.com/00000000-2b34-4da1-9baa-8bc8c9d6a490/v2.0", false, Description = "an id is held to")]
    [TestCase(OfTenant, Template, false)]
    [TestCase(Common, "https://login.microsoftonline.com/evil/v2.0", false)]
    [TestCase(Common, "https://login.microsoftonline.com/8eaef023-2b34-4da1-9baa-8bc8c9d6a490/v2.0/x", false)]
    [TestCase(Common, "https://evil.example/8eaef023-2b34-4da1-9baa-8bc8c9d6a490/v2.0", false)]
    [TestCase(Common, "https://login.microsoftonline.com//v2.0", false)]
    [TestCase(Common, "https://login.microsoftonline.com/v2.0", false)]
    public void _8414_01_A_provider_whose_issuer_has_the_tenants_id_says_so_by_data(string asked, string named, bool taken)
    {
        Assert.That(Read(MetadataServer.Document(named), new(asked, Template)).Succeeded, Is.EqualTo(taken));
        Assert.That(Read(MetadataServer.Document(named), new(asked)).Succeeded, Is.EqualTo(asked == named), "without the data");
    }

    [TestCase("http://login.example/token")]
    [TestCase("ftp://login.example/token")]
    [TestCase("/token")]
    [TestCase("login.example/token")]
    [TestCase("https://login.example/token#part")]
    [TestCase("https://user@login.example/token")]
    [TestCase("https://login.example:x/token")]
    [TestCase("javascript:alert(1)")]
    [TestCase("http://localhost/token", Description = "of the machine that asks, not of the issuer")]
    [TestCase("https://localhost/token")]
    [TestCase("https://127.0.0.1/token")]
    [TestCase("http://loopback/token")]
    [TestCase("https://[::1]/token")]
    [TestCase("https://169.254.169.254/latest")]
    [TestCase("https://10.0.0.1/token")]
    [TestCase("https://[fe80::1]/token")]
    public void _8414_02_An_address_that_no_secret_may_go_to_spoils_the_document(string address)
    {
        foreach (var name in new[] { "token_endpoint", "authorization_endpoint", "revocation_endpoint", "device_authorization_endpoint" })
        {
            var document = name == "token_endpoint"
                ? $$"""{"issuer":"{{MetadataServer.Issuer}}","token_endpoint":"{{address}}"}"""
                : MetadataServer.Document(more: $$""","{{name}}":"{{address}}" """);

            var failure = Read(document).Failure;

            Assert.That(failure?.Kind, Is.EqualTo(AuthorizationErrorKind.MalformedResponse), name);
            Assert.That(failure!.Reason, Does.Contain(name).And.Not.Contain(address));
        }
    }

    [TestCase("http://127.0.0.1:8080", "http://127.0.0.1:8080/token")]
    [TestCase("http://localhost:8080", "http://127.0.0.1:8081/token")]
    [TestCase("https://10.0.0.1/sso", "https://10.0.0.1/token")]
    [TestCase("https://accounts.google.com", "https://oauth2.googleapis.com/token")]
    public void _8414_02_An_issuer_may_name_what_is_as_near_as_itself(string issuer, string address) =>
        Assert.That(Read($$"""{"issuer":"{{issuer}}","token_endpoint":"{{address}}"}""", new(issuer)).Metadata?.TokenEndpoint, Is.EqualTo(new Uri(address)));

    [TestCase("")]
    [TestCase("[]")]
    [TestCase("null")]
    [TestCase("<html>")]
    [TestCase("{")]
    [TestCase("""{"issuer":"https://login.example"}""")]
    [TestCase("""{"issuer":"https://login.example","token_endpoint":null}""")]
    [TestCase("""{"issuer":"https://login.example","token_endpoint":7}""")]
    [TestCase("""{"issuer":"https://login.example","token_endpoint":"https://login.example/token"}{}""")]
    [TestCase("""{"issuer":"https://login.example","token_endpoint":"https://login.example/token","token_endpoint":"https://evil.example/token"}""")]
    [TestCase("""{"issuer":"https://login.example","token_endpoint":"https://login.example/token","revocation_endpoint":"\ud800"}""")]
    [TestCase("""{"issuer":"https://login.example","token_endpoint":"https://login.example/token","grant_types_supported":"authorization_code"}""")]
    [TestCase("""{"issuer":"https://login.example","token_endpoint":"https://login.example/token","grant_types_supported":[["x"],1]}""")]
    [TestCase("""{"issuer":"https://login.example","token_endpoint":"https://login.example/token","authorization_response_iss_parameter_supported":"true"}""")]
    [TestCase("""{"issuer":"https://login.example","token_endpoint":"https://login.example/token","x":[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]}""")]
    public void A_document_that_can_not_be_relied_on_is_refused_whole(string document) =>
        Assert.That(Read(document).Failure!.Kind, Is.EqualTo(AuthorizationErrorKind.MalformedResponse));

    [Test]
    public void Bytes_that_are_no_text_are_refused() =>
        Assert.That(MetadataReader.Read([0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D], new(MetadataServer.Issuer), new(MetadataServer.Issuer)).Failure!.Reason, Is.EqualTo("the issuer's metadata can't be relied on: it is not UTF-8"));

    private static MetadataReading Read(string document, MetadataQuery? query = null)
    {
        query ??= new(MetadataServer.Issuer);
        return MetadataReader.Read(Encoding.UTF8.GetBytes(document), query, new(query.Issuer));
    }
}
