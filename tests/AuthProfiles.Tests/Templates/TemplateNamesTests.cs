using AuthProfiles.Templates;

namespace AuthProfiles.Tests.Templates;

public sealed class TemplateNamesTests
{
    [TestCase("")]
    [TestCase("1key")]
    [TestCase("a b")]
    [TestCase("a.b")]
    [TestCase("-a")]
    [TestCase("ключ")]
    [TestCase("a{b")]
    [TestCase("a1b2c3d4-4f89-11d3-9a0c-0305e82c3301")]
    public void A_name_that_no_placeholder_can_have_is_an_error(string name)
    {
        Given.Refusal(() => Given.Names.WithField(name), AuthorizationErrorKind.Configuration);
        Given.Refusal(() => Given.Names.WithTenant(name), AuthorizationErrorKind.Configuration);
        Given.Refusal(() => Given.Names.WithPathParam(name), AuthorizationErrorKind.Configuration);
    }

    [TestCase("a")]
    [TestCase("_")]
    [TestCase("api_key-2")]
    [TestCase("Key")]
    public void A_plain_name_can_be_declared(string name) =>
        Assert.That(Given.Url($"https://x.example.com/{{{{{name}}}}}", Given.Names.WithField(name)).Expand(["1"]), Is.EqualTo("https://x.example.com/1"));

    [Test]
    public void A_name_declared_again_is_replaced_and_the_first_names_stay()
    {
        var first = Given.Names;
        var second = first.WithField("key", ValueShape.HostName());

        Given.Unreadable("https://{{key}}/", first);
        Assert.That(Given.Url("https://{{key}}/", second).Expand(["a.example"]), Is.EqualTo("https://a.example/"));
    }

    [Test]
    public void The_same_names_serve_every_setting_of_a_profile()
    {
        var names = Given.Names.ForSetting("TokenUrl");

        Assert.That(names.Profile, Is.EqualTo("orders"));
        Assert.That(Assert.Throws<AuthorizationException>(() => UrlTemplate.Parse("https://{x}.example.com/", names))!.Message, Does.StartWith("Profile 'orders': TokenUrl has"));
        Assert.That(UrlTemplate.Parse("https://x.example.com/{{key}}", names).Names, Has.Length.EqualTo(1));
    }

    [Test]
    public void A_hostile_profile_name_is_escaped_in_messages() =>
        Assert.That(Assert.Throws<AuthorizationException>(() => UrlTemplate.Parse("x", TemplateNames.Of("a\r\nb", "BaseUrl")))!.Message, Does.StartWith("Profile 'a\\u000D\\u000Ab': "));
}
