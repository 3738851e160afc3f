using AuthProfiles.Templates;

namespace AuthProfiles.Tests.Templates;

public sealed class PlaceholderAddressTests
{
    [TestCase("https://{tenant}.example.com", "https://tenant-missing.invalid/")]
    [TestCase("https://{tenant}.example.com/api/v2/", "https://tenant-missing.invalid/api/v2/")]
    [TestCase("https://{tenant}.example.com:8443/api/v2", "https://tenant-missing.invalid/api/v2")]
    [TestCase("https://{tenant}.example.com/api/?x={{id}}", "https://tenant-missing.invalid/api/")]
    [TestCase("https://{tenant}.example.com/api/{{id}}/v2/", "https://tenant-missing.invalid/api/tenant-missing/v2/")]
    [TestCase("https://{tenant}.example.com/api/{{id}}/v2/{{key}}/", "https://tenant-missing.invalid/api/tenant-missing/v2/tenant-missing/")]
    [TestCase("https://api.example.com/a/b/x{tenant}/v2/", "https://tenant-missing.invalid/a/b/tenant-missing/v2/")]
    [TestCase("https://api.example.com/x{tenant}-{{id}}y/{{key}}", "https://tenant-missing.invalid/tenant-missing/tenant-missing")]
    [TestCase("https://api.example.com/{tenant}/v2/", "https://tenant-missing.invalid/tenant-missing/v2/")]
    [TestCase("https://api.example.com/v2/?t={tenant}", "https://tenant-missing.invalid/v2/")]
    [TestCase("https://{tenant}.example.com?x=/{{id}}/", "https://tenant-missing.invalid/")]
    public void It_has_as_many_segments_as_the_template(string text, string expected) =>
        Assert.That(Given.Url(text).Placeholder!.OriginalString, Is.EqualTo(expected));

    [Test]
    public void An_origin_placeholder_has_one_too() =>
        Assert.That(Given.Url("{{key}}/openai/v1/", Given.Names.WithField("key", ValueShape.Origin())).Placeholder!.AbsoluteUri, Is.EqualTo("https://tenant-missing.invalid/openai/v1/"));

    [Test]
    public void It_is_made_once()
    {
        var template = Given.Url("https://{tenant}.example.com/");
        var first = template.Placeholder;

        Assert.That(template.Placeholder, Is.SameAs(first));
    }
}
