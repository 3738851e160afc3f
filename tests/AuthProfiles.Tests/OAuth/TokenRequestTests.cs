using System.Text.Json;
using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

public sealed class TokenRequestTests
{
    [Test]
    public void A_parameter_is_there_once()
    {
        var request = new TokenRequest(new("id", "secret"));
        request.Add("grant_type", "client_credentials");

        Assert.That(() => request.Add("grant_type", "password"), Throws.ArgumentException);
    }

    [TestCase(null)]
    [TestCase("")]
    public void An_empty_parameter_is_left_out(string? value)
    {
        var request = new TokenRequest(new("id", "secret"));
        request.Add("scope", value);

        Assert.That(request.Parameters, Is.Empty);
    }

    [Test]
    public async Task A_form_has_its_parameters_in_order_and_encoded()
    {
        using var content = new FormTokenRequestBody().Write([new("grant_type", "client_credentials"), new("scope", "a:b c/.default"), new("ünï", "&=+%\r\n😀")]);

        Assert.That(await content.ReadAsStringAsync(), Is.EqualTo("grant_type=client_credentials&scope=a%3Ab+c%2F.default&%C3%BCn%C3%AF=%26%3D%2B%25%0D%0A%F0%9F%98%80"));
        Assert.That(content.Headers.ContentType!.ToString(), Is.EqualTo("application/x-www-form-urlencoded"));
    }

    [Test]
    public async Task A_JSON_body_is_an_object_of_strings()
    {
        using var content = new JsonTokenRequestBody().Write([new("grant_type", "client_credentials"), new("expires_in", "1800"), new("scope", "\"ä\\\r\n")]);

        using var document = JsonDocument.Parse(await content.ReadAsByteArrayAsync());
        Assert.That(
            document.RootElement.EnumerateObject().Select(static member => (member.Name, member.Value.GetString())),
            Is.EqualTo(new[] { ("grant_type", "client_credentials"), ("expires_in", "1800"), ("scope", "\"ä\\\r\n") }));
        Assert.That(content.Headers.ContentType!.ToString(), Is.EqualTo("application/json"));
    }
}
