namespace AuthProfiles.Tests.Credentials;

[Category("I5")]
public sealed class FieldRulesTests
{
    [TestCase("canary\r\nX-Injected: 1")]
    [TestCase("canary\n")]
    [TestCase("canary\0")]
    [TestCase("canary\t")]
    [TestCase("canaryé")]
    [TestCase(" canary")]
    [TestCase("canary ")]
    [TestCase("")]
    public void A_value_that_a_header_can_not_carry_is_refused_and_not_repeated(string value) =>
        Assert.That(() => CredentialField.Header("x-key", value), Throws.ArgumentException.With.Message.Not.Contains("canary").And.Message.Contains("x-key"));

    [TestCase("Host")]
    [TestCase("host")]
    [TestCase("Connection")]
    [TestCase("Transfer-Encoding")]
    [TestCase("Content-Length")]
    [TestCase("content-anything")]
    [TestCase("Content-Type")]
    [TestCase("Content-Encoding")]
    [TestCase("Content-Range")]
    [TestCase("Expect")]
    [TestCase("Keep-Alive")]
    [TestCase("Proxy-Connection")]
    [TestCase("Trailer")]
    [TestCase("TE")]
    [TestCase("Upgrade")]
    [TestCase("Via")]
    public void A_header_that_frames_the_message_carries_no_credential(string name) =>
        Assert.That(() => CredentialField.Header(name, "canary"), Throws.ArgumentException.With.Message.Not.Contains("canary"));

    [TestCase("")]
    [TestCase("x key")]
    [TestCase("x-key:")]
    [TestCase("x-key\r\n")]
    public void What_is_no_header_name_is_refused(string name) =>
        Assert.That(() => CredentialField.Header(name, "canary"), Throws.ArgumentException);

    [TestCase(".")]
    [TestCase("..")]
    [TestCase("")]
    public void What_would_climb_or_leave_the_path_is_refused(string value) =>
        Assert.That(() => CredentialField.PathParam("key", value), Throws.ArgumentException);

    [TestCase(PayloadValueType.Number, "1,\"admin\":true")]
    [TestCase(PayloadValueType.Number, "01")]
    [TestCase(PayloadValueType.Number, "NaN")]
    [TestCase(PayloadValueType.Boolean, "True")]
    public void A_value_that_is_not_of_its_type_is_refused(PayloadValueType type, string value) =>
        Assert.That(() => CredentialField.Payload("key", value, type), Throws.ArgumentException);
}
