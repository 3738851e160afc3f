using System.Globalization;
using AuthProfiles.Settings;

namespace AuthProfiles.Tests.Settings;

internal sealed class SettingListTests
{
    [Test]
    public void Every_type_is_read()
    {
        var (options, errors) = WeatherSettings.Read(
            ("BaseUrl", "https://api.weather.example/"),
            ("Key", " k-1 "),
            ("Header", "x-key"),
            ("Metric", "False"),
            ("Days", " 14 "),
            ("RenewBefore", "00:01:30.5"),
            ("Season", "winter"),
            ("AlsoAllow:0", "https://a.example"),
            ("AlsoAllow:1", "https://b.example"),
            ("Scope:audience", "weather"),
            ("Scope:0", "resource = https://r.example/?a=b"),
            ("Limits:MaxRetries", "0"));

        Assert.Multiple(() =>
        {
            Assert.That(errors, Is.Empty);
            Assert.That(options.BaseUrl, Is.EqualTo("https://api.weather.example/"));
            Assert.That(options.Key, Is.EqualTo(" k-1 "), "a text is kept as it is");
            Assert.That(options.Header, Is.EqualTo("x-key"));
            Assert.That(options.Metric, Is.False);
            Assert.That(options.Days, Is.EqualTo(14));
            Assert.That(options.RenewBefore, Is.EqualTo(TimeSpan.FromSeconds(90.5)));
            Assert.That(options.Season, Is.EqualTo(Season.Winter));
            Assert.That(options.AlsoAllow, Is.EqualTo(new[] { "https://a.example", "https://b.example" }));
            Assert.That(options.Scope, Is.EquivalentTo(new Dictionary<string, string>
            {
                ["scope"] = "read",
                ["audience"] = "weather",
                ["resource"] = "https://r.example/?a=b",
            }));
            Assert.That(options.Limits.MaxRetries, Is.Zero);
        });
    }

    [Test]
    public void Names_are_read_without_case()
    {
        var (options, errors) = WeatherSettings.Read(("kEY", "k"), ("ALSOALLOW:0", "https://a.example"), ("scope:AUDIENCE", "weather"));

        Assert.That(errors, Is.Empty);
        Assert.That(options.Key, Is.EqualTo("k"));
        Assert.That(options.AlsoAllow, Is.EqualTo(new[] { "https://a.example" }));
        Assert.That(options.Scope["audience"], Is.EqualTo("weather"));
    }

    [Test]
    public void What_is_not_set_keeps_its_default()
    {
        var (options, errors) = WeatherSettings.Read();

        Assert.Multiple(() =>
        {
            Assert.That(errors, Is.Empty);
            Assert.That(options.Key, Is.Null);
            Assert.That(options.Header, Is.EqualTo("api-key"));
            Assert.That(options.Days, Is.EqualTo(7));
            Assert.That(options.AlsoAllow, Is.EqualTo(new[] { "https://default.example" }));
            Assert.That(options.Scope["scope"], Is.EqualTo("read"));
        });
    }

    [TestCase("")]
    [TestCase("  \t")]
    public void A_blank_text_or_secret_counts_as_missing(string blank)
    {
        var (options, errors) = WeatherSettings.Read(("Key", blank), ("Header", blank));

        Assert.That(errors, Is.Empty);
        Assert.That(options.Key, Is.Null);
        Assert.That(options.Header, Is.EqualTo("api-key"));
    }

    [TestCase("Metric", "yes-canary", "true or false")]
    [TestCase("Metric", "", "true or false")]
    [TestCase("Metric", "1", "true or false")]
    [TestCase("Days", "seven-canary", "a whole number from 1 to 14")]
    [TestCase("Days", " ", "a whole number from 1 to 14")]
    [TestCase("Days", "0", "a whole number from 1 to 14")]
    [TestCase("Days", "15", "a whole number from 1 to 14")]
    [TestCase("Days", "99999999999999", "a whole number from 1 to 14")]
    [TestCase("Days", "1.5", "a whole number from 1 to 14")]
    [TestCase("Days", "1,0", "a whole number from 1 to 14")]
    [TestCase("RenewBefore", "soon-canary", "a time as hh:mm:ss from 00:00:00 to 01:00:00")]
    [TestCase("RenewBefore", "", "a time as hh:mm:ss from 00:00:00 to 01:00:00")]
    [TestCase("RenewBefore", "30", "a time as hh:mm:ss from 00:00:00 to 01:00:00")]
    [TestCase("RenewBefore", "00:30", "a time as hh:mm:ss from 00:00:00 to 01:00:00")]
    [TestCase("RenewBefore", "24:00:00", "a time as hh:mm:ss from 00:00:00 to 01:00:00")]
    [TestCase("RenewBefore", "01:00:01", "a time as hh:mm:ss from 00:00:00 to 01:00:00")]
    [TestCase("RenewBefore", "-00:00:01", "a time as hh:mm:ss from 00:00:00 to 01:00:00")]
    [TestCase("Season", "autumn-canary", "one of Winter, Summer")]
    [TestCase("Season", "", "one of Winter, Summer")]
    [TestCase("Season", "1", "one of Winter, Summer")]
    [TestCase("Season", "Winter, Summer", "one of Winter, Summer")]
    [TestCase("AlsoAllow", "https://a-canary,https://b", "one text without a comma, or several as AlsoAllow:0, AlsoAllow:1 and so on")]
    [TestCase("AlsoAllow:0", " ", "one text without a comma, or several as AlsoAllow:0, AlsoAllow:1 and so on")]
    [TestCase("Scope", "read-canary", "a section of names and texts, or name=value as Scope:0, Scope:1 and so on")]
    [TestCase("Scope:0", "read-canary", "a section of names and texts, or name=value as Scope:0, Scope:1 and so on")]
    [TestCase("Scope:0", "=canary", "a section of names and texts, or name=value as Scope:0, Scope:1 and so on")]
    [TestCase("Scope:audience", "", "a text")]
    [TestCase("Limits:MaxRetries", "canary", "a whole number from 0 to 10")]
    public void A_bad_value_names_owner_path_environment_and_cure_and_never_the_value(string name, string value, string allowed)
    {
        var (_, errors) = WeatherSettings.Read((name, value));

        // The sentence for a group's setting calls it by its own name; the path says the rest.
        var called = name.StartsWith("Limits:", StringComparison.Ordinal) ? name["Limits:".Length..] : name;
        var environment = $"AuthProfiles__Profiles__weather__{name.Replace(":", "__", StringComparison.Ordinal)}";
        Assert.That(errors, Is.EqualTo(new[]
        {
            $"Profile 'weather': {called} is not valid. Set {WeatherSettings.Path}:{name} (environment: {environment}) to {allowed}.",
        }));
        Assert.That(errors[0], Does.Not.Contain("canary"));
    }

    [Test]
    public void A_bad_value_leaves_the_default()
    {
        var (options, _) = WeatherSettings.Read(("Days", "99"), ("Season", "never"), ("RenewBefore", "x"));

        Assert.That(options.Days, Is.EqualTo(7));
        Assert.That(options.Season, Is.EqualTo(Season.Summer));
        Assert.That(options.RenewBefore, Is.EqualTo(TimeSpan.FromSeconds(60)));
    }

    [Test]
    public void All_errors_come_at_once() =>
        Assert.That(
            WeatherSettings.Read(("Metric", "x"), ("Days", "x"), ("Season", "x"), ("AlsoAllow:0", ""), ("Limits:MaxRetries", "x")).Errors,
            Has.Count.EqualTo(5));

    [Test]
    public void A_blank_value_in_a_list_does_not_hide_those_behind_it()
    {
        var (options, errors) = WeatherSettings.Read(("AlsoAllow:0", "https://a.example"), ("AlsoAllow:1", ""), ("AlsoAllow:2", "https://c.example"));

        Assert.That(errors, Has.Count.EqualTo(1));
        Assert.That(options.AlsoAllow, Is.EqualTo(new[] { "https://a.example", "https://c.example" }));
    }

    [TestCase("=read")]
    [TestCase(" = read")]
    public void A_map_takes_no_text_without_a_name(string pair)
    {
        var (options, errors) = WeatherSettings.Read(("Scope:0", pair));

        Assert.That(errors, Has.Count.EqualTo(1));
        Assert.That(options.Scope.Keys, Is.EqualTo(new[] { "scope" }));
    }

    [TestCase("2027-04-30", "2027-04-30T00:00:00Z")]
    [TestCase("2027-04-30T12:00Z", "2027-04-30T12:00:00Z")]
    [TestCase("2027-04-30T12:00+02:00", "2027-04-30T10:00:00Z")]
    [TestCase("2027-04-30T12:00:00Z", "2027-04-30T12:00:00Z")]
    [TestCase("2027-04-30T12:00:00.5-01:00", "2027-04-30T13:00:00.5Z")]
    public void A_moment_is_a_date_or_has_an_offset(string text, string moment)
    {
        var isOne = AuthProfiles.Settings.Values.TryParseMoment(text, out var value);

        Assert.That((isOne, value), Is.EqualTo((true, DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture))));
    }

    [TestCase("2027-04-30T12:00")]
    [TestCase("30.04.2027")]
    [TestCase("2027-04-30 12:00:00Z")]
    [TestCase("")]
    public void A_time_without_an_offset_is_no_moment(string text) =>
        Assert.That(AuthProfiles.Settings.Values.TryParseMoment(text, out _), Is.False);

    [Test]
    public void A_list_may_be_a_single_value()
    {
        var (options, errors) = WeatherSettings.Read(("AlsoAllow", "https://a.example"));

        Assert.That(errors, Is.Empty);
        Assert.That(options.AlsoAllow, Is.EqualTo(new[] { "https://a.example" }));
    }

    [Test]
    public void An_empty_array_empties_a_list()
    {
        var (options, errors) = WeatherSettings.Read(("AlsoAllow", ""));

        Assert.That(errors, Is.Empty);
        Assert.That(options.AlsoAllow, Is.Empty);
    }

    [Test]
    public void A_list_spelt_both_ways_is_an_error() =>
        Assert.That(WeatherSettings.Read(("AlsoAllow", "https://a.example"), ("AlsoAllow:0", "https://b.example")).Errors, Has.Count.EqualTo(1));

    [Test]
    public void The_culture_does_not_matter()
    {
        var before = CultureInfo.CurrentCulture;
        var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        culture.NumberFormat.NegativeSign = "~";
        culture.NumberFormat.NumberDecimalSeparator = ",";
        try
        {
            CultureInfo.CurrentCulture = culture;
            Assert.That(WeatherSettings.Read(("RenewBefore", "00:00:01.5"), ("Days", "+2")).Errors, Is.Empty);
            Assert.That(WeatherSettings.Limits.Describe(new())[0].Allowed, Is.EqualTo("a whole number from 0 to 10"));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Test]
    public void A_profile_costs_a_fixed_number_of_reads_however_many_there_are()
    {
        var few = Reads(profiles: 10);
        var many = Reads(profiles: 1000);

        Assert.That(many, Is.EqualTo(few * 100));
        Assert.That(few, Is.EqualTo(10 * 14), "one a setting, one more for the numbered values of a list, a map's names and their numbered values");
    }

    [Test]
    public void A_name_stands_once_whatever_its_case()
    {
        var list = new SettingList<Limits>().Flag("MaxRetries", "One.", static _ => false, static (_, _) => { });

        Assert.That(() => list.Text("maxretries", "Two.", static _ => null, static (_, _) => { }), Throws.ArgumentException.With.Message.Contains("maxretries").IgnoreCase);
    }

    [Test]
    public void A_list_that_is_added_to_stays_as_it_was()
    {
        var list = new SettingList<Limits>();
        _ = list.Text("More", "More.", static _ => null, static (_, _) => { });

        Assert.That(list.Describe(new()), Is.Empty);
    }

    private static int Reads(int profiles)
    {
        var configuration = new CountingConfiguration(WeatherSettings.Configuration(("Key", "k")));
        List<SettingFinding> errors = [];
        for (var i = 0; i < profiles; i++)
        {
            WeatherSettings.All.Read(configuration, new SettingSection("Profile", $"weather{i}", "AuthProfiles:Profiles"), new WeatherOptions(), errors);
        }

        Assert.That(errors, Is.Empty);
        return configuration.Reads;
    }
}
