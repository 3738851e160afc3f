using System.Globalization;
using AuthProfiles.Templates;

namespace AuthProfiles.Tests.Templates;

public sealed class TemplateCultureTests
{
    [TestCase("tr-TR")]
    [TestCase("az-Latn-AZ")]
    [TestCase("th-TH")]
    [TestCase("ar-SA")]
    public void No_culture_changes_a_template(string culture)
    {
        if (IsInvariant)
        {
            Assert.Ignore("This run knows no cultures: build the tests with InvariantGlobalization=false.");
        }

        var kept = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.That(char.ToLower('I', CultureInfo.CurrentCulture), Is.EqualTo(culture is "tr-TR" or "az-Latn-AZ" ? 'ı' : 'i'), "the culture is in force");
            var names = Given.Names.WithField("key", ValueShape.Origin("INFO.AZURE.COM")).WithTenant("directory", ValueShape.EntraTenant);

            Assert.Multiple(() =>
            {
                Assert.That(Given.Url("HTTPS://{tenant}.IO.example.com/{{id}}").Expand(["INFO", "İıIi"]), Is.EqualTo("HTTPS://info.IO.example.com/%C4%B0%C4%B1Ii"));
                Assert.That(Given.Url("{{key}}/x", names).Expand(["HTTPS://API.info.azure.com:8443"]), Is.EqualTo("https://api.info.azure.com:8443/x"));
                Assert.That(Given.Url("https://x.example/{directory}", names).Expand(["ORGANIZATIONS"]), Is.EqualTo("https://x.example/organizations"));
                Assert.That(Given.Url("https://x.example/{directory}", names).Expand(["CONTOSO.ONMICROSOFT.COM"]), Is.EqualTo("https://x.example/contoso.onmicrosoft.com"));
                Assert.That(Given.Unreadable("https://{TENANT}.example.com/").Message, Does.Contain("'{tenant}'"));
            });
            Given.Refused(Given.Url("https://{tenant}.example.com/"), "ıNFO");
        }
        finally
        {
            CultureInfo.CurrentCulture = kept;
        }
    }

    private static bool IsInvariant => AppContext.TryGetSwitch("System.Globalization.Invariant", out var isInvariant) && isInvariant;
}
