namespace AuthProfiles.Tests.Injection;

internal sealed class FormPayloadTests
{
    private const string Type = "application/x-www-form-urlencoded";

    [TestCase("", "k=v")]
    [TestCase("a=1", "a=1&k=v")]
    [TestCase("a=1&", "a=1&k=v")]
    [TestCase("a", "a&k=v")]
    [TestCase("&", "&k=v")]
    [TestCase("a=+%20%2b&b=%C3%BC&a=2", "a=+%20%2b&b=%C3%BC&a=2&k=v")]
    [TestCase("K=1&kk=2&a=k", "K=1&kk=2&a=k&k=v")]
    [TestCase("a=%zz%&b=%e", "a=%zz%&b=%e&k=v")]
    [TestCase("a=1\r\n", "a=1\r\n&k=v")]
    [TestCase("k[]=1&k%5B%5D=2", "k[]=1&k%5B%5D=2&k=v")]
    [TestCase("a=1;k=2", "a=1;k=2&k=v")]
    [TestCase("?k=1", "?k=1&k=v")]
    public async Task A_field_is_appended_and_the_rest_stays(string body, string expected) =>
        Assert.That(await Sent.BodyAsync(Sent.Post(body, Type), CredentialField.Payload("k", "v")), Is.EqualTo(expected));

    [TestCase("k=w", "k=v")]
    [TestCase("k", "k=v")]
    [TestCase("%6B=w&a=1", "k=v&a=1")]
    [TestCase("a=%41&k=1&b=2&k=3&%6b=4", "a=%41&k=v&b=2")]
    [TestCase("k=v&k=v", "k=v")]
    public async Task Another_value_is_refused_kept_or_replaced(string body, string expected)
    {
        var field = CredentialField.Payload("k", "v");
        Assert.That((await Sent.RefusalAsync(Sent.Post(body, Type), field)).Message, Does.Contain("Payload 'k'"));
        Assert.That(await Sent.BodyAsync(Sent.Post(body, Type), ConflictRule.Keep, field), Is.EqualTo(body));
        Assert.That(await Sent.BodyAsync(Sent.Post(body, Type), ConflictRule.Replace, field), Is.EqualTo(expected));
    }

    [TestCase("k", "a&b=c+d e%", "k=a%26b%3Dc%2Bd%20e%25")]
    [TestCase("auth[key]", "ü\r\n", "auth%5Bkey%5D=%C3%BC%0D%0A")]
    public async Task Key_and_value_are_encoded_once(string key, string value, string expected) =>
        Assert.That(await Sent.BodyAsync(Sent.Post("a=1", Type), CredentialField.Payload(key, value)), Is.EqualTo("a=1&" + expected));

    [Test]
    public async Task Several_fields_come_in_their_order()
    {
        var fields = new[] { CredentialField.Payload("k", "v"), CredentialField.Payload("l", "w") };
        Assert.That(await Sent.BodyAsync(Sent.Post("a=1", Type), fields), Is.EqualTo("a=1&k=v&l=w"));
        Assert.That(await Sent.BodyAsync(Sent.Post(string.Empty, Type), fields), Is.EqualTo("k=v&l=w"));
        Assert.That(await Sent.BodyAsync(Sent.Post("k=0&l=0&k=1", Type), ConflictRule.Replace, fields), Is.EqualTo("k=v&l=w"));
    }

    [Test]
    public async Task Any_number_of_pairs_of_the_name_make_way_for_one()
    {
        var fields = new[] { CredentialField.Payload("k", "v"), CredentialField.Payload("l", "w") };
        var body = string.Join('&', Enumerable.Repeat("k&l=1", 200_000));

        Assert.That(await Sent.BodyAsync(Sent.Post(body, Type), ConflictRule.Replace, fields), Is.EqualTo("k=v&l=w"));
    }

    [TestCase("application/x-www-form-urlencoded; charset=utf-8", true)]
    [TestCase("application/x-www-form-urlencoded; charset=\"UTF-8\"", true)]
    [TestCase("Application/X-WWW-Form-Urlencoded", true)]
    [TestCase("application/x-www-form-urlencoded; charset=iso-8859-1", false)]
    [TestCase("application/x-www-form-urlencoded; charset=utf-16", false)]
    public async Task Only_UTF_8_is_taken(string type, bool taken)
    {
        if (taken)
        {
            Assert.That(await Sent.BodyAsync(Sent.Post("a=1", type), CredentialField.Payload("k", "v")), Is.EqualTo("a=1&k=v"));
        }
        else
        {
            Assert.That((await Sent.RefusalAsync(Sent.Post("a=1", type), CredentialField.Payload("k", "v"))).Message, Does.Contain("UTF-8"));
        }
    }

    [TestCase("a=ü")]
    [TestCase("\uFEFFa=1")]
    public async Task A_form_that_is_not_encoded_is_refused(string body) =>
        Assert.That((await Sent.RefusalAsync(Sent.Post(body, Type), CredentialField.Payload("k", "v"))).Message, Does.Contain("ASCII"));

    [Test]
    public async Task A_JSON_Pointer_names_nothing_in_a_form() =>
        Assert.That((await Sent.RefusalAsync(Sent.Post("a=1", Type), CredentialField.Payload("/a/b", "v"))).Message, Does.Contain("Pointer"));

    [Test]
    public async Task The_platforms_own_form_content_is_edited()
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example.com/") { Content = new FormUrlEncodedContent([new("a b", "ü")]) };
        Assert.That(await Sent.BodyAsync(request, CredentialField.Payload("k", "v")), Is.EqualTo("a+b=%C3%BC&k=v"));
    }
}
