using AuthProfiles.Templates;

namespace AuthProfiles.Tests.Templates;

public sealed class UrlTemplateTests
{
    [Test]
    public void Names_come_once_in_the_order_of_their_first_appearance()
    {
        var template = Given.Url("https://{subdomain}.example.com/{{id}}/{tenant}/{{id}}?k={{key}}&s={subdomain}");

        Assert.That(template.Names, Is.EqualTo(new TemplateName[] { new("subdomain", false), new("id", true), new("tenant", false), new("key", true) }));
        Assert.That(template.Expand(["S", "i d", "t", "k"]), Is.EqualTo("https://s.example.com/i%20d/t/i%20d?k=k&s=S"));
        Assert.That(string.Join(' ', template.Names), Is.EqualTo("{subdomain} {{id}} {tenant} {{key}}"));
    }

    [TestCase("https://api.example.com/", false)]
    [TestCase("https://api.example.com/{{id}}", false)]
    [TestCase("https://{tenant}.example.com/", true)]
    [TestCase("https://api.example.com/?t={subdomain}", true)]
    public void A_single_brace_name_makes_it_depend_on_the_tenant(string text, bool expected) =>
        Assert.That(Given.Url(text).HasTenant, Is.EqualTo(expected));

    [Test]
    public void The_same_name_in_single_and_double_braces_is_two_names()
    {
        var template = Given.Url("https://{tenant}.example.com/{{tenant}}", Given.Names.WithField("tenant"));

        Assert.That(template.Names, Has.Length.EqualTo(2));
        Assert.That(template.Expand(["a", "b"]), Is.EqualTo("https://a.example.com/b"));
    }

    [Test]
    public void Values_can_be_found_by_name()
    {
        var template = Given.Url("https://{tenant}.example.com/{{id}}/{{id}}");
        var asked = new List<TemplateName>();
        string? Find(TemplateName name)
        {
            asked.Add(name);
            return name.IsField ? "7" : "acme";
        }

        Assert.That(template.Expand(Find), Is.EqualTo("https://acme.example.com/7/7"));
        Assert.That(asked, Is.EqualTo(template.Names));
        Assert.That(template.GetUri(Find), Is.SameAs(template.GetUri(["acme", "7"])));
    }

    [Test]
    public void A_template_without_placeholders_is_its_text()
    {
        var template = Given.Url("https://api.example.com/v1/");
        var uri = template.GetUri([]);

        Assert.Multiple(() =>
        {
            Assert.That(template.Expand([]), Is.SameAs(template.Text));
            Assert.That(template.GetUri([]), Is.SameAs(uri));
            Assert.That(template.Names, Is.Empty);
            Assert.That(template.Placeholder, Is.Null);
            Assert.That(template.ToString(), Is.EqualTo("https://api.example.com/v1/"));
        });
    }

    [Test]
    public void Too_few_or_too_many_values_are_a_mistake_of_the_caller()
    {
        var template = Given.Url("https://{tenant}.example.com/{{id}}");

        Assert.That(() => template.Expand(["a"]), Throws.ArgumentException.With.Message.Contains("has 2 names and was given 1 values"));
        Assert.Throws<ArgumentException>(() => template.Expand(["a", "b", "c"]));
        Assert.Throws<ArgumentException>(() => template.GetUri(["a"]));
    }

    [Test, Category("A5")]
    public void A_value_with_braces_is_never_a_template()
    {
        Given.Refused(Given.Url("https://{tenant}.example.com/"), "{tenant}");
        Assert.That(Given.Url("https://api.example.com/{{id}}/{{key}}").Expand(["{{key}}", "{tenant}"]), Is.EqualTo("https://api.example.com/%7B%7Bkey%7D%7D/%7Btenant%7D"));
    }

    [Test, Category("A2")]
    public void An_absent_value_names_its_field_and_the_cure()
    {
        Assert.That(Given.Refused(Given.Url("https://api.example.com/{{pin}}"), [null]).Message, Is.EqualTo("Profile 'orders': BaseUrl needs a value for {{pin}}, and the connection has none. Give 'pin' on the connection."));
        Assert.That(Given.Refused(Given.Url("https://{tenant}.example.com/"), string.Empty).Message, Does.Contain("{tenant}").And.Contain("For(tenant)"));
    }

    [Test, Category("I2")]
    public void A_refusal_shows_a_tenant_escaped_and_a_field_never()
    {
        Assert.That(Given.Refused(Given.Url("https://{tenant}.example.com/"), "a\r\n'b").Message, Does.Contain("the value 'a\\u000D\\u000A\\u0027b' of {tenant}"));
        Assert.That(Given.Refused(Given.Url("https://{{key}}.example.com/"), "s3cret.x").Message, Does.Not.Contain("s3cret"));
    }

    [Test, Category("R11"), Category("A24")]
    public void Three_thousand_characters_are_the_most_before_and_after_expansion()
    {
        var literal = "https://api.example.com/" + new string('a', 3000 - 24);
        Assert.That(Given.Url(literal).Expand([]), Has.Length.EqualTo(3000));
        Assert.That(Given.Unreadable(literal + "a").Message, Does.Contain("3000"));

        var template = Given.Url("https://api.example.com/{{id}}");
        Assert.That(template.GetUri([new string('a', 3000 - 24)]).OriginalString, Has.Length.EqualTo(3000));
        Assert.That(Given.Refused(template, new string('a', 3000 - 23)).Message, Does.Contain("3000"));
        Given.Refused(template, new string('ü', 1000));
        Given.Refused(template, new string('a', 64 * 1024));
    }

    [Test, Category("I2")]
    public void Whoever_gets_the_memory_of_a_long_expansion_finds_no_value_in_it()
    {
        Given.Url("https://api.example.com/{{id}}").Expand([string.Concat(Enumerable.Repeat("s3cret", 100))]);
        var next = System.Buffers.ArrayPool<char>.Shared.Rent(3000);
        var text = new string(next);
        System.Buffers.ArrayPool<char>.Shared.Return(next);

        Assert.That(text, Does.Not.Contain("s3cret"));
    }

    [Test]
    public void A_value_with_many_escapes_is_whole()
    {
        var value = string.Concat(Enumerable.Repeat("ü/😀 ", 40));

        Assert.That(Given.Url("https://api.example.com/?q={{id}}&r=1").Expand([value]), Is.EqualTo($"https://api.example.com/?q={Uri.EscapeDataString(value)}&r=1"));
    }

    // Values that need an escape pass through library code that boxes before it is compiled a second time; the benchmarks measure those.
    [Test]
    public void Expanding_allocates_the_result_and_nothing_else()
    {
        var template = Given.Url("https://{tenant}.example.com/openai/{{id}}?v={{key}}");
        string?[] values = ["contoso", "gpt-4o", "2024-10-21"];
        var expected = template.Expand(values);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            template.Expand(values);
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.That(allocated, Is.EqualTo(100 * ((22 + (2 * expected.Length) + 7) / 8 * 8)));
    }
}
