using System.Globalization;

namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>Runs its tests twice: without a culture, and in Turkish, where the small form of I is not i.</summary>
[TestFixture("")]
[TestFixture("tr-TR")]
[Category("Hostile")]
[CancelAfter(60_000)]
internal abstract class CultureFixture(string culture)
{
    private CultureInfo? _kept;
    private CultureInfo? _keptDefault;

    [SetUp]
    public void Enter()
    {
        (_kept, _keptDefault) = (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture);

        // The default too: what acquires a credential runs detached from its caller.
        CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.GetCultureInfo(culture);
        Assert.That(char.ToLower('I', CultureInfo.CurrentCulture), Is.EqualTo(culture.Length == 0 ? 'i' : '\u0131'), "the culture is in force");
    }

    [TearDown]
    public void Leave() => (CultureInfo.CurrentCulture, CultureInfo.DefaultThreadCurrentCulture) = (_kept!, _keptDefault);
}
