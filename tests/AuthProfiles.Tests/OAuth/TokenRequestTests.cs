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
}
