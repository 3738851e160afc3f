using AuthProfiles.Templates;

namespace AuthProfiles.Tests.Templates;

/// <summary>Short ways to templates and their errors.</summary>
internal static class Given
{
    /// <summary>Lone surrogates. An attribute can't hold them: its text is UTF-8.</summary>
    public static readonly string[] HalfCharacters = ["\uD800", "a\uDC00b", "\uDC00\uD800", "ab\uD83D", "\uD800\uD800\uDC00", "😀\uDFFF"];

    public static IEnumerable<TestCaseData> Halves => HalfCharacters.Select(static value => Case("half a character", value));

    public static TemplateNames Names => TemplateNames.Of("orders", "BaseUrl").WithTenant("subdomain").WithField("key").WithField("id").WithField("pin");

    public static UrlTemplate Url(string text, TemplateNames? names = null) => UrlTemplate.Parse(text, names ?? Names);

    public static AuthorizationException Refusal(Action action, AuthorizationErrorKind kind)
    {
        var exception = Assert.Throws<AuthorizationException>(action)!;
        Assert.Multiple(() =>
        {
            Assert.That(exception.Kind, Is.EqualTo(kind));
            Assert.That(exception.Profile, Is.EqualTo("orders"));
            Assert.That(exception.Message, Does.StartWith("Profile 'orders': BaseUrl "));
            Assert.That(exception.Message, Does.EndWith(".").Or.EndWith("?"));
            Assert.That(exception.Message, Does.Match("^[ -~]*…?[ -~]*$"), "nothing unprintable");
        });
        return exception;
    }

    public static AuthorizationException Refused(UrlTemplate template, params string?[] values)
    {
        Refusal(() => template.GetUri(values), AuthorizationErrorKind.InvalidValue);
        return Refusal(() => template.Expand(values), AuthorizationErrorKind.InvalidValue);
    }

    public static AuthorizationException Unreadable(string? text, TemplateNames? names = null) =>
        Refusal(() => UrlTemplate.Parse(text, names ?? Names), AuthorizationErrorKind.Configuration);

    /// <summary>Writes a hostile value so that a test's name can show it.</summary>
    public static TestCaseData Case(string category, string value) =>
        new TestCaseData(value).SetArgDisplayNames(category + ": " + AuthProfiles.Diagnostics.Printable.Escape(value));
}
