using System.Diagnostics;
using System.Reflection;

namespace AuthProfiles.Tests.Credentials;

[Category("I2")]
public sealed class SecretValueTests
{
    private static IEnumerable<object> Holders =>
    [
        new SecretValue("canary"),
        Credential.Bearer("canary"),
        CredentialField.Header("x-key", "canary"),
        CredentialField.QueryString("key", "canary"),
        CredentialField.PathParam("key", "canary"),
        CredentialField.Payload("key", "canary"),
        new Acquired(Credential.Bearer("canary")),
    ];

    [TestCaseSource(nameof(Holders))]
    public void What_holds_a_secret_never_prints_it(object holder)
    {
        Assert.That($"{holder}", Does.Not.Contain("canary"));
        Assert.That(string.Join(' ', holder), Does.Not.Contain("canary"));
    }

    [Test]
    public void A_debugger_shows_a_secret_neither_as_a_value_nor_as_a_field()
    {
        Assert.That(typeof(SecretValue).GetCustomAttribute<DebuggerDisplayAttribute>()?.Value, Is.EqualTo("[redacted]"));
        Assert.That(
            typeof(SecretValue).GetFields(BindingFlags.NonPublic | BindingFlags.Instance).Select(static field => field.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State),
            Is.All.EqualTo(DebuggerBrowsableState.Never));
    }

    [Test]
    public void A_secret_is_revealed_as_it_was_given_and_equals_its_like()
    {
        Assert.That(new SecretValue(" a b ").Reveal(), Is.EqualTo(" a b "));
        var secret = new SecretValue("a");
        Assert.That(secret, Is.EqualTo(new SecretValue("A".ToLowerInvariant())).And.Not.EqualTo(new SecretValue("A")));
    }

    [Test]
    public void A_secret_equals_its_text_alone_and_nothing_that_is_no_secret()
    {
        var secret = new SecretValue("a");
        Assert.That(new[] { secret, new SecretValue("a"), new SecretValue("b") }.Distinct().Count(), Is.EqualTo(2));
        Assert.Multiple(() =>
        {
            Assert.That(secret.Equals(default(SecretValue)), Is.False);
            Assert.That(Equals(secret, "a"), Is.False);
            Assert.That(Equals(secret, new SecretValue("a")), Is.True);
            Assert.That((SecretValue?)(string?)null, Is.Null);
            Assert.That($"{secret}", Is.EqualTo("[redacted]"));
        });
    }
}
