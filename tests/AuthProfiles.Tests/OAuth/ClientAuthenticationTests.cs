using System.Text;
using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

public sealed class ClientAuthenticationTests
{
    [TestCase("id", "secret", "id:secret")]
    [TestCase("my id", "a:b", "my+id:a%3Ab")]
    [TestCase("a&b=c", "p+q/r%", "a%26b%3Dc:p%2Bq%2Fr%25")]
    [TestCase("id", "aBc8Q~x.y-z_1", "id:aBc8Q~x.y-z_1")]
    [TestCase("zoë", "пароль", "zo%C3%AB:%D0%BF%D0%B0%D1%80%D0%BE%D0%BB%D1%8C")]
    public void Basic_form_encodes_both_before_base64(string id, string secret, string pair)
    {
        var request = new TokenRequest(new(id, secret));

        new BasicClientAuthentication().Authenticate(request);

        Assert.That(request.Authorization!.Scheme, Is.EqualTo("Basic"));
        Assert.That(Encoding.ASCII.GetString(Convert.FromBase64String(request.Authorization.Parameter!)), Is.EqualTo(pair));
        Assert.That(request.Parameters, Is.Empty, "never two ways in one request (RFC 6749, section 2.3)");
    }

    [Test]
    public void Post_writes_both_into_the_body_and_no_header()
    {
        var request = new TokenRequest(new("id", "s:e c"));

        new PostClientAuthentication().Authenticate(request);

        Assert.That(request.Authorization, Is.Null);
        Assert.That(request.Parameters, Is.EqualTo(new[] { KeyValuePair.Create("client_id", "id"), KeyValuePair.Create("client_secret", "s:e c") }));
    }

    [Test]
    public void Every_printable_character_survives_the_way_to_the_server()
    {
        var all = string.Concat(Enumerable.Range(' ', '~' - ' ' + 1).Select(static c => (char)c));
        var request = new TokenRequest(new(all, all));

        new BasicClientAuthentication().Authenticate(request);

        var parts = Encoding.ASCII.GetString(Convert.FromBase64String(request.Authorization!.Parameter!)).Split(':');
        Assert.That(parts.Select(System.Net.WebUtility.UrlDecode), Is.EqualTo(new[] { all, all }));
    }

    [Test]
    public void Neither_the_client_nor_the_request_prints_the_secret()
    {
        var client = new ClientIdentity("id", "s3cret");
        var request = new TokenRequest(client);
        new PostClientAuthentication().Authenticate(request);

        Assert.That($"{client} {request}", Does.Not.Contain("s3cret"));
    }
}
