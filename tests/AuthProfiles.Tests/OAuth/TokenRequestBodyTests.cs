using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

public sealed class TokenRequestBodyTests
{
    private static readonly Uri Address = new("https://login.example/token");

    private static readonly ImmutableDictionary<string, string> NoNames = ImmutableDictionary<string, string>.Empty;

    [Test]
    public async Task A_form_has_its_parameters_in_order_and_encoded()
    {
        using var message = TokenRequestBodies.Of(BodyFormat.Form).Write(Address, [new("grant_type", "client_credentials"), new("scope", "a:b c/.default"), new("ünï", "&=+%\r\n😀")]);

        Assert.That((message.Method, message.RequestUri), Is.EqualTo((HttpMethod.Post, Address)));
        Assert.That(await message.Content!.ReadAsStringAsync(), Is.EqualTo("grant_type=client_credentials&scope=a%3Ab+c%2F.default&%C3%BCn%C3%AF=%26%3D%2B%25%0D%0A%F0%9F%98%80"));
        Assert.That(message.Content.Headers.ContentType!.ToString(), Is.EqualTo("application/x-www-form-urlencoded"));
    }

    [Test]
    public async Task A_JSON_body_is_an_object_of_strings()
    {
        using var message = TokenRequestBodies.Of(BodyFormat.Json).Write(Address, [new("grant_type", "client_credentials"), new("expires_in", "1800"), new("scope", "\"ä\\\r\n")]);

        using var document = JsonDocument.Parse(await message.Content!.ReadAsByteArrayAsync());
        Assert.That(
            document.RootElement.EnumerateObject().Select(static member => (member.Name, member.Value.GetString())),
            Is.EqualTo(new[] { ("grant_type", "client_credentials"), ("expires_in", "1800"), ("scope", "\"ä\\\r\n") }));
        Assert.That((message.Method, message.RequestUri), Is.EqualTo((HttpMethod.Post, Address)));
        Assert.That(message.Content.Headers.ContentType!.ToString(), Is.EqualTo("application/json"));
    }

    [TestCase("https://login.example/token", "https://login.example/token?grant_type=authorization_code&code=a%26b+c")]
    [TestCase("https://login.example/token?v=2", "https://login.example/token?v=2&grant_type=authorization_code&code=a%26b+c")]
    [TestCase("https://login.example/token?v=?", "https://login.example/token?v=?&grant_type=authorization_code&code=a%26b+c")]
    [TestCase("https://login.example/token?", "https://login.example/token?grant_type=authorization_code&code=a%26b+c")]
    public void A_query_goes_behind_the_one_that_is_there_and_the_request_has_no_content(string address, string written)
    {
        using var message = TokenRequestBodies.Of(BodyFormat.Query).Write(new(address), [new("grant_type", "authorization_code"), new("code", "a&b c")]);

        Assert.That(message.Method, Is.EqualTo(HttpMethod.Get));
        Assert.That(message.RequestUri!.AbsoluteUri, Is.EqualTo(written));
        Assert.That(message.Content, Is.Null);
    }

    [TestCase("client_secret", "s3cret")]
    [TestCase("client_assertion", "s3cret")]
    public void A_clients_secret_is_no_part_of_a_query_by_whatever_name(string name, string secret)
    {
        foreach (var names in new[] { NoNames, NoNames.Add("client_secret", "key").Add("client_assertion", "proof") })
        {
            Assert.That(() => TokenRequestBodies.Of(BodyFormat.Query, names).Write(Address, [new("scope", "read"), new(name, secret)]), Throws.ArgumentException.With.Message.StartsWith("The client's secret or assertion would stand in the address. (").And.Message.Not.Contains(secret));
        }
    }

    [Test]
    public void A_clients_secret_is_in_the_query_where_the_provider_leaves_no_other_way()
    {
        using var message = TokenRequestBodies.Of(BodyFormat.QueryWithSecret).Write(Address, [new("client_id", "id"), new("client_secret", "s3cret")]);

        Assert.That(message.RequestUri!.Query, Is.EqualTo("?client_id=id&client_secret=s3cret"));
    }

    [TestCase(BodyFormat.Query, ClientAuthentication.Post, false)]
    [TestCase(BodyFormat.Query, ClientAuthentication.SecretJwt, false)]
    [TestCase(BodyFormat.Query, ClientAuthentication.PrivateKeyJwt, false)]
    [TestCase(BodyFormat.Query, ClientAuthentication.Basic, true)]
    [TestCase(BodyFormat.Query, ClientAuthentication.None, true)]
    [TestCase(BodyFormat.Query, ClientAuthentication.Certificate, true)]
    [TestCase(BodyFormat.QueryWithSecret, ClientAuthentication.Post, true)]
    [TestCase(BodyFormat.Form, ClientAuthentication.Post, true)]
    [TestCase(BodyFormat.Json, ClientAuthentication.Post, true)]
    public void A_query_and_a_proof_beside_the_header_do_not_go_together(BodyFormat format, ClientAuthentication authentication, bool good) =>
        Assert.That(TokenParameters.FormatCure(format, authentication), good ? Is.Null : Does.StartWith("QueryWithSecret"));

    [TestCase(BodyFormat.Form, "client_key=id&x=1&grant_type=refresh_token")]
    [TestCase(BodyFormat.Json, """{"client_key":"id","x":"1","grant_type":"refresh_token"}""")]
    public async Task Parameters_get_the_providers_names_and_those_without_one_are_left_out(BodyFormat format, string written)
    {
        using var message = TokenRequestBodies.Of(format, NoNames.Add("client_id", "client_key").Add("scope", string.Empty))
            .Write(Address, [new("client_id", "id"), new("x", "1"), new("scope", "a b"), new("grant_type", "refresh_token")]);

        Assert.That(await message.Content!.ReadAsStringAsync(), Is.EqualTo(written));
    }

    [Test]
    public async Task Names_may_change_places()
    {
        using var message = TokenRequestBodies.Of(BodyFormat.Form, NoNames.Add("code", "state").Add("state", "code").Add("audience", "aud")).Write(Address, [new("code", "1"), new("state", "2"), new("audience", "3"), new("audience", "4")]);

        Assert.That(await message.Content!.ReadAsStringAsync(), Is.EqualTo("state=1&code=2&aud=3&aud=4"));
    }

    [Test]
    public void _6749_06_Two_parameters_never_get_the_same_name() =>
        Assert.That(
            () => TokenRequestBodies.Of(BodyFormat.Form, NoNames.Add("client_id", "app")).Write(Address, [new("client_id", "id"), new("app", "s3cret")]),
            Throws.ArgumentException.With.Message.StartsWith("The parameter 'app' is there already. (").And.Message.Not.Contains("s3cret"));

    [TestCase("client_id=app;code=app", "", "app")]
    [TestCase("client_id=app;code=App", "", "App")]
    [TestCase("client_id=audience", "audience", "audience")]
    [TestCase("client_id=grant_type", "", "grant_type")]
    public void _6749_06_Names_that_would_meet_are_found_when_the_profile_is_made(string names, string others, string shown) =>
        Assert.That(TokenParameters.NamesCure(Names(names), others.Split(',')), Does.Contain($"'{shown}' would be there twice"));

    [TestCase("", "scope")]
    [TestCase("client_id=client_key;client_secret=", "scope")]
    [TestCase("scope=;audience=", "x")]
    [TestCase("code=client_id;client_id=app", "x")]
    public void Names_that_stay_apart_are_taken(string names, string others) =>
        Assert.That(TokenParameters.NamesCure(Names(names), others.Split(',')), Is.Null);

    [Test]
    public async Task _6749_06_What_the_standard_lets_stand_more_than_once_stays_in_order()
    {
        KeyValuePair<string, string>[] parameters = [new("resource", "https://b.example"), new("audience", "x"), new("resource", "https://a.example")];
        using var form = TokenRequestBodies.Of(BodyFormat.Form).Write(Address, parameters);
        using var json = TokenRequestBodies.Of(BodyFormat.Json).Write(Address, parameters);

        Assert.That(await form.Content!.ReadAsStringAsync(), Is.EqualTo("resource=https%3A%2F%2Fb.example&audience=x&resource=https%3A%2F%2Fa.example"));
        Assert.That(await json.Content!.ReadAsStringAsync(), Is.EqualTo("""{"resource":["https://b.example","https://a.example"],"audience":"x"}"""));
    }

    [Test]
    public void Headers_of_the_provider_go_along()
    {
        using var message = TokenRequestBodies.Of(BodyFormat.Form, headers: NoNames.Add("X-Version", "2")).Write(Address, [new("a", "b")]);

        Assert.That(message.Headers.GetValues("X-Version"), Is.EqualTo(new[] { "2" }));
    }

    [TestCase("X-Version", "2", true)]
    [TestCase("authorization", "Basic x", false)]
    [TestCase("Accept", "text/plain", false)]
    [TestCase("Cookie", "a=b", false)]
    [TestCase("Host", "evil.example", false)]
    [TestCase("Content-Type", "text/plain", false)]
    [TestCase("X Y", "2", false)]
    [TestCase("", "2", false)]
    [TestCase("X-Version", "2\r\nX-Evil: 1", false)]
    [TestCase("X-Version", "", false)]
    [TestCase("User-Agent", "app/1.0 (for orders)", true)]
    [TestCase("User-Agent", "app (for orders", false)]
    public void A_header_that_the_request_writes_itself_or_that_is_none_is_refused(string name, string value, bool good) =>
        Assert.That(TokenParameters.HeaderCure(name, value), good ? Is.Null : Does.Not.Contain("\r"));

    [Test]
    public void What_is_shared_is_shared()
    {
        foreach (var format in Enum.GetValues<BodyFormat>())
        {
            Assert.That(TokenRequestBodies.Of(format, NoNames, NoNames), Is.SameAs(TokenRequestBodies.Of(format)));
        }
    }

    private static ImmutableDictionary<string, string> Names(string text) =>
        text.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(static pair => pair.Split('=')).ToImmutableDictionary(static pair => pair[0], static pair => pair[1]);
}
