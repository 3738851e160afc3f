using Microsoft.Extensions.Configuration;

namespace Snippets;

/// <summary>What goes over the wire is what the page of the kind says, by its code and by its settings alike.</summary>
[TestFixture]
[CancelAfter(60_000)]
public sealed class WireTests
{
    private static IEnumerable<TestCaseData> Cases => WireCases.All.Select(static one => new TestCaseData(one).SetArgDisplayNames(one.Page));

    [TestCaseSource(nameof(Cases))]
    public async Task The_code_of_a_page_sends_what_the_page_says(object wireCase)
    {
        var one = (WireCase)wireCase;

        await Sends(one, one.Register, SecretsOf(one));
    }

    [TestCaseSource(nameof(Cases))]
    public async Task The_settings_of_a_page_send_what_the_page_says(object wireCase)
    {
        var one = (WireCase)wireCase;

        await Sends(one, one.BesideSettings ?? (static _ => { }), Settings(one));
    }

    [Test]
    public void Every_page_of_a_kind_says_what_goes_over_the_wire() =>
        Assert.That(
            Markdown.Pages().Where(static page => page.StartsWith("docs/profiles/", StringComparison.Ordinal)),
            Is.EquivalentTo(WireCases.All.Select(static one => one.Page).Append("docs/profiles/choice.md").Append("docs/profiles/README.md")));

    private static async Task Sends(WireCase one, Action<App> register, IConfiguration settings)
    {
        await using var run = new WireRun(one.Profile, register, settings);
        run.Start();

        await one.Call(run);

        Assert.That(string.Join("\n\n", run.Sent.Requests), Is.EqualTo(string.Join("\n\n", Markdown.BlocksOf(one.Page, "http").Select(static block => block.Text))), one.Page);
    }

    // Secrets are settings, whatever else stands in code.
    private static IConfigurationRoot SecretsOf(WireCase one) =>
        new ConfigurationBuilder().AddInMemoryCollection(Settings(one).AsEnumerable().Where(setting => one.IsSecret(setting.Key))).Build();

    private static IConfigurationRoot Settings(WireCase one) => SettingsBlock.Read(SettingsBlock.All(one.Page).First(), one.Values);
}
