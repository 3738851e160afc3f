using AuthProfiles.Templates;

namespace AuthProfiles.Tests.Templates;

[Category("R48")]
public sealed class EntraTenantTests
{
    private const string Text = "https://login.microsoftonline.com/{tenant}/oauth2/v2.0/token";

    private static readonly UrlTemplate One = Given.Url(Text, Given.Names.WithTenant("tenant", ValueShape.EntraDirectory));

    private static readonly UrlTemplate Shared = Given.Url(Text, Given.Names.WithTenant("tenant", ValueShape.EntraTenant));

    private static readonly (string Class, string[] Values)[] Hostile =
    [
        ("word", ["contoso", "tenant", "commons", "com mon", "organization", "me"]),
        ("GUID in another form", ["{3f2504e0-4f89-11d3-9a0c-0305e82c3301}", "3f2504e04f8911d39a0c0305e82c3301", "(3f2504e0-4f89-11d3-9a0c-0305e82c3301)", "0x2504e0-4f89-11d3-9a0c-0305e82c3301", "+f2504e0-4f89-11d3-9a0c-0305e82c3301", "3f2504e0-4f89-11d3-9a0c-0305e82c330", "3f2504e0-4f89-11d3-9a0c-0305e82c33011", "3f2504e0-4f89-11d3-9a0c-0305e82c330g", "3f2504e0_4f89_11d3_9a0c_0305e82c3301"]),
        ("path", ["contoso.com/..", "../common", "contoso.com/oauth2", "..", ".", "contoso.com\\x", "%2e%2e", "contoso.com%2f"]),
        ("query", ["contoso.com?x", "contoso.com#x", "contoso.com&x"]),
        ("white space", [" contoso.com", "contoso.com ", "contoso.com\r\n", "common ", "\tcommon"]),
        ("no domain", ["contoso.", ".com", "contoso..com", "127.0.0.1", "contoso.1", "-contoso.com", "contoso_x.com", "user@contoso.com", "contoso.com:443"]),
        ("international", ["cöntoso.com", "xn--cntoso-wxa.com", "ｃommon", "cоmmon.com", "commoｎ"]),
    ];

    private static IEnumerable<TestCaseData> HostileTenants => Hostile.SelectMany(static group => group.Values.Select(value => Given.Case(group.Class, value)));

    [TestCaseSource(nameof(HostileTenants))]
    public void What_is_no_tenant_is_refused(string tenant)
    {
        Given.Refused(One, tenant);
        Assert.That(Given.Refused(Shared, tenant).Message, Does.Contain("Give the directory's GUID, a verified domain, or common, organizations or consumers."));
    }

    [TestCase("3f2504e0-4f89-11d3-9a0c-0305e82c3301")]
    [TestCase("3F2504E0-4F89-11D3-9A0C-0305E82C3301")]
    [TestCase("contoso.com")]
    [TestCase("Contoso.onmicrosoft.com")]
    public void A_GUID_and_a_verified_domain_are_taken_in_lower_case(string tenant)
    {
        var expected = Text.Replace("{tenant}", tenant.ToLowerInvariant(), StringComparison.Ordinal);

        Assert.That(One.GetUri([tenant]).AbsoluteUri, Is.EqualTo(expected));
        Assert.That(Shared.GetUri([tenant]).AbsoluteUri, Is.EqualTo(expected));
    }

    [TestCase("common")]
    [TestCase("organizations")]
    [TestCase("consumers")]
    [TestCase("Common")]
    public void A_word_for_many_directories_is_taken_only_where_that_is_allowed(string word)
    {
        Assert.That(Shared.Expand([word]), Does.Contain($"/{word.ToLowerInvariant()}/"));
        Assert.That(Given.Refused(One, word).Message, Does.Contain("client credentials"));
    }

    [Test]
    public void A_tenant_as_a_query_value_keeps_the_same_rules()
    {
        var template = Given.Url("https://login.example.com/?t={tenant}", Given.Names.WithTenant("tenant", ValueShape.EntraDirectory));

        Assert.That(template.Expand(["contoso.com"]), Is.EqualTo("https://login.example.com/?t=contoso.com"));
        Given.Refused(template, "common");
    }

    [Test]
    public void A_tenant_as_the_name_of_a_parameter_is_any_text() =>
        Assert.That(
            Given.Url("https://login.example.com/?a=b&{tenant}=c", Given.Names.WithTenant("tenant", ValueShape.EntraDirectory)).Expand(["a b"]),
            Is.EqualTo("https://login.example.com/?a=b&a%20b=c"));

    [TestCase("https://{tenant}.example.com/")]
    [TestCase("https://login.example.com/x{tenant}/")]
    public void A_tenant_elsewhere_is_an_error(string text) =>
        Given.Unreadable(text, Given.Names.WithTenant("tenant", ValueShape.EntraDirectory));
}
