using AuthProfiles;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

/// <summary>What docs/getting-started.md says that the program shows.</summary>
[TestFixture]
public sealed class GettingStartedTests
{
    [Test]
    public async Task The_first_test_says_what_the_page_says()
    {
        var settings = SettingsBlock.Read(SettingsBlock.All("docs/getting-started.md").Single(), ("Key", "k-123"));
        await using var run = new WireRun("weather", static _ => { }, settings);
        run.Start();

        var result = await run.Services.GetRequiredService<IAuthorizationTester>().TestAsync("weather");

        Assert.That(Markdown.BlocksOf("docs/getting-started.md", string.Empty).Select(static block => block.Text), Does.Contain(result.ToString()));
    }
}
