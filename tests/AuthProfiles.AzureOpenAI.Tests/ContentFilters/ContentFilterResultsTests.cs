using AuthProfiles.AzureOpenAI.ContentFilters;

namespace AuthProfiles.AzureOpenAI.Tests.ContentFilters;

internal sealed class ContentFilterResultsTests
{
    [Test]
    public void Categories_that_decide_nothing_are_only_in_the_json()
    {
        var results = new ContentFilterResults("""{"self-harm":{"filtered":true,"severity":"high"},"error":{"code":"content_filter_error"},"custom_blocklists":[{"id":"a"}],"x":{"filtered":null}}"""u8.ToArray());
        Assert.Multiple(() =>
        {
            Assert.That(results.ReadCategories(), Is.EqualTo(new[] { new ContentFilterCategory("self_harm", true, "high", null) }));
            Assert.That(results.ToJson().GetProperty("error").GetProperty("code").GetString(), Is.EqualTo("content_filter_error"));
        });
    }

    [TestCase("[]")]
    [TestCase("{")]
    public void What_is_no_object_is_refused(string json) =>
        Assert.That(() => new ContentFilterResults(System.Text.Encoding.UTF8.GetBytes(json)).ReadCategories(), Throws.InstanceOf<System.Text.Json.JsonException>());
}
