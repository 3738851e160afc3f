using System.Text;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.ContentFilters;

namespace AuthProfiles.AzureOpenAI.Tests.ContentFilters;

internal sealed class ContentFilterResultsTests
{
    [Test]
    public void Categories_that_decide_nothing_are_only_in_the_json()
    {
        var results = Results("""{"self-harm":{"filtered":true,"severity":"high"},"error":{"code":"content_filter_error"},"custom_blocklists":[{"id":"a"}],"x":{"filtered":null},"y":1}""");
        Assert.Multiple(() =>
        {
            Assert.That(results.ReadCategories(), Is.EqualTo(new[] { new ContentFilterCategory("self_harm", true, "high", null) }));
            Assert.That(results.ToJson().GetProperty("error").GetProperty("code").GetString(), Is.EqualTo("content_filter_error"));
        });
    }

    [Test]
    public void Every_category_of_the_service_is_read()
    {
        var categories = Results("""
            {"hate":{"filtered":false,"severity":"safe"},"jailbreak":{"filtered":true,"detected":true},"some_new_filter":{"filtered":false,"severity":"extreme"},
             "protected_material_code":{"filtered":false,"detected":true,"citation":{"URL":"https://a.example","license":"MIT"}},
             "custom_blocklists":{"filtered":true,"details":[{"filtered":true,"id":"swear"},{"id":7},1]},
             "custom_topics":{"filtered":false,"details":[{"detected":true,"id":"pricing"}]},
             "ungrounded_material":{"filtered":false,"detected":true,"details":[{"completion_start_offset":0,"completion_end_offset":9}]}}
            """).ReadCategories();
        Assert.Multiple(() =>
        {
            Assert.That(categories.Select(found => (found.Name, found.Filtered, found.Severity, found.Detected)), Is.EqualTo(new[]
            {
                ("hate", false, "safe", default(bool?)), ("jailbreak", true, null, true), ("some_new_filter", false, "extreme", null), ("protected_material_code", false, null, true),
                ("custom_blocklists", true, null, null), ("custom_topics", false, null, null), ("ungrounded_material", false, null, true),
            }));
            Assert.That((categories[3].CitationUrl, categories[3].CitationLicense), Is.EqualTo(("https://a.example", "MIT")));
            Assert.That(categories[4].Details, Is.EqualTo(new[] { new ContentFilterDetail("swear", true, null) }));
            Assert.That(categories[5].Details, Is.EqualTo(new[] { new ContentFilterDetail("pricing", null, true) }));
            Assert.That(categories[6].Details, Is.Empty);
        });
    }

    [TestCase(true)]
    [TestCase(false)]
    public void Lists_may_come_without_an_object_around_them(bool filtered)
    {
        var category = Results("{\"custom_blocklists\":[{\"id\":\"a\",\"filtered\":false},{\"id\":\"b\",\"filtered\":" + (filtered ? "true" : "false") + "}]}").ReadCategories().Single();
        Assert.That((category.Name, category.Filtered, category.Details.Length), Is.EqualTo(("custom_blocklists", filtered, 2)));
    }

    [TestCase("""{"error":{"code":"content_filter_error","message":"The contents are not filtered"}}""", "content_filter_error")]
    [TestCase("""{"error":{"code":500,"message":"The contents are not filtered"}}""", "500")]
    public void Filters_that_failed_say_so(string json, string code) =>
        Assert.That(Results(json).ReadError(), Is.EqualTo(new ContentFilterError(code, "The contents are not filtered")));

    [TestCase("{}")]
    [TestCase("{\"error\":null}")]
    [TestCase("{\"error\":[]}")]
    public void Filters_that_worked_have_no_error(string json) => Assert.That(Results(json).ReadError(), Is.Null);

    [TestCase("[]")]
    [TestCase("{")]
    [TestCase("{\"hate\":{\"filtered\":true,\"severity\":\"\\uD800\"},\"error\":{\"code\":\"\\uD800\"}}")]
    public void What_is_no_object_is_refused(string json) => Assert.Multiple(() =>
    {
        Assert.That(() => Results(json).ReadCategories(), Throws.InstanceOf<JsonException>());
        Assert.That(() => Results(json).ReadError(), Throws.InstanceOf<JsonException>());
    });

    private static ContentFilterResults Results(string json) => new(Encoding.UTF8.GetBytes(json));
}
