using AuthProfiles.Templates;

namespace AuthProfiles.Tests.Templates;

/// <summary>The last value that is taken, and the first that is not.</summary>
public sealed class TemplateBoundTests
{
    [TestCase("https://a.example:1/", true)]
    [TestCase("https://a.example:65535/", true)]
    [TestCase("https://a.example:65536/", false)]
    [TestCase("https://a.example:0/", false)]
    [TestCase("https://a.example:00443/", true)]
    [TestCase("https://a.example:000443/", false)]
    public void A_port_has_five_digits_and_two_ends(string address, bool isTaken)
    {
        if (isTaken)
        {
            Assert.That(Given.Url(address).GetUri([]).Port, Is.GreaterThan(0));
        }
        else
        {
            Given.Unreadable(address);
        }
    }

    [Test]
    public void A_host_may_have_253_characters_and_no_more()
    {
        var template = Given.Url("https://{{key}}/", Given.Names.WithField("key", ValueShape.HostName()));
        var longest = string.Concat(Enumerable.Repeat("a.", 126)) + "b";

        Assert.That(longest, Has.Length.EqualTo(253));
        Assert.That(template.GetUri([longest]).Host, Is.EqualTo(longest));
        Given.Refused(template, longest + "b");
    }

    [Test]
    public void A_label_may_have_63_characters_with_the_literal_ones()
    {
        Assert.That(Given.Url("https://{{key}}.example/").GetUri([new string('a', 63)]).Host, Has.Length.EqualTo(63 + 8));
        Assert.That(Given.Url("https://x{{key}}y.example/").GetUri([new string('a', 61)]).Host, Has.Length.EqualTo(63 + 8));
        Given.Refused(Given.Url("https://x{{key}}y.example/"), new string('a', 62));
    }

    [Test]
    public void Placeholders_may_fill_a_host_up_to_253_characters()
    {
        // Three labels of 63 with their dots are 192; 61 are left.
        var rest = new string('a', 253 - 192);

        Assert.That(Given.Url($"https://{{tenant}}.{{subdomain}}.{{{{key}}}}.{rest}/").Names, Has.Length.EqualTo(3));
        Given.Unreadable($"https://{{tenant}}.{{subdomain}}.{{{{key}}}}.{rest}a/");
    }

    [TestCase("ab--", false)]
    [TestCase("ab-c", true)]
    [TestCase("a--b", true)]
    [TestCase("abc--d", true)]
    [TestCase("ab--d", false)]
    [TestCase("a", true)]
    [TestCase("a-b", true)]
    public void Hyphens_are_refused_in_the_third_and_fourth_place_together(string label, bool isTaken) =>
        Assert.That(HostLabel.FaultOf(label) is null, Is.EqualTo(isTaken));

    [TestCase("127.0.0.0", true)]
    [TestCase("127.255.255.255", true)]
    [TestCase("127.0.0.256", false)]
    [TestCase("127.0.0.1000", false)]
    [TestCase("127.0.0.00", false)]
    [TestCase("127.0.0.", false)]
    [TestCase("127..0.1", false)]
    [TestCase("127.0.1", false)]
    [TestCase("127.0.0.0.1", false)]
    [TestCase("127.0.0.x", false)]
    [TestCase("127.0.0.:", false)]
    [TestCase("127.0.0./", false)]
    [TestCase("127.1.2.10", true)]
    [TestCase("127.1.2.100", true)]
    [TestCase("128.0.0.1", false)]
    [TestCase("::1", true)]
    [TestCase("localhost", true)]
    [TestCase("localhos", false)]
    public void Loopback_is_four_plain_numbers_or_one_of_two_names(string host, bool isLoopback) =>
        Assert.That(Loopback.Contains(host), Is.EqualTo(isLoopback));

    [Test]
    public void An_expansion_that_is_as_long_as_the_usual_buffer_is_whole([Range(250, 262)] int length)
    {
        const string start = "https://a.example/";
        var value = new string('a', length - start.Length);

        Assert.That(Given.Url(start + "{{key}}").Expand([value]), Is.EqualTo(start + value));
        Assert.That(Given.Url(start + "{{key}}b").Expand([value]), Is.EqualTo(start + value + "b"));
        Assert.That(Given.Url(start + "{{key}}/{{id}}").Expand([value, "/"]), Is.EqualTo(start + value + "/%2F"));
        Assert.That(Given.Url(start + "{{key}}/{{id}}").Expand([value, "ü"]), Is.EqualTo(start + value + "/%C3%BC"));
    }

    [TestCase("3f2504e0-4f89-11d3-9a0c-0305e82c3301", true)]
    [TestCase("3f2504e0a4f89-11d3-9a0c-0305e82c3301", false)]
    [TestCase("3f2504e0-4f89a11d3-9a0c-0305e82c3301", false)]
    [TestCase("3f2504e0-4f89-11d3a9a0c-0305e82c3301", false)]
    [TestCase("3f2504e0-4f89-11d3-9a0ca0305e82c3301", false)]
    [TestCase("-f2504e0-4f89-11d3-9a0c-0305e82c3301", false)]
    [TestCase("3f2504e0-4f89-11d3-9a0c-0305e82c330-", false)]
    public void A_GUID_has_its_hyphens_in_four_places_and_nowhere_else(string text, bool isGuid) =>
        Assert.That(GuidText.IsGuid(text), Is.EqualTo(isGuid));

    [TestCase("A", "A")]
    [TestCase("\u000A", "%0A")]
    [TestCase("\u0009", "%09")]
    [TestCase("\u009F", "%C2%9F")]
    [TestCase("\u007F", "%7F")]
    [TestCase("/", "%2F")]
    [TestCase("€", "%E2%82%AC")]
    public void A_byte_is_escaped_by_two_digits_in_upper_case(string value, string expected) =>
        Assert.That(Given.Url("https://a.example/?{{key}}").Expand([value]), Is.EqualTo("https://a.example/?" + expected));
}
