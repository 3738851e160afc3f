namespace AuthProfiles.Tests.Credentials;

[Category("I2")]
public sealed class AuthorizationFieldTests
{
    [Test]
    public void A_literal_in_a_template_is_never_printed()
    {
        var field = AuthorizationField.Header("x-key", "canary-{{key}}") with { Optional = true };

        Assert.That($"{field}", Is.EqualTo("Header x-key"));
    }
}
