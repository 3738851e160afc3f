using AuthProfiles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Snippets;

/// <summary>Settings that the pages show are read: the host starts with them, and each connection in them can be used.</summary>
[TestFixture]
public sealed class SettingsTests
{
    private static IEnumerable<TestCaseData> Blocks => SettingsBlock.All().Select(static block => new TestCaseData(block).SetArgDisplayNames(block.Name));

    [TestCaseSource(nameof(Blocks))]
    public async Task Every_block_of_settings_is_good(object block)
    {
        var settings = SettingsBlock.Read((MarkdownBlock)block);
        using var service = new AnsweringHandler();
        var services = new ServiceCollection().AddSingleton<IConfiguration>(settings);
        var profiles = SettingsDeclarations.Declare(new(services), settings);
        services.AddHttpClient("AuthProfiles.TokenClient").ConfigurePrimaryHttpMessageHandler(() => service);
        foreach (var profile in profiles)
        {
            services.AddHttpClient("of " + profile.Key).AddAuthorizationProfile(profile.Key).ConfigurePrimaryHttpMessageHandler(() => service);
        }

        if (settings.GetSection("AuthProfiles:KeyRing").Exists())
        {
            services.AddAuthProfiles().ProtectConnectionsWithKeyRing();
        }

        await using var provider = services.BuildServiceProvider();
        provider.GetRequiredService<IStartupValidator>().Validate();
        _ = provider.GetService<IConnectionProtector>();
        foreach (var (client, tenant) in from profile in profiles
                                         from tenant in profile.GetSection("Connections").GetChildren()
                                         select ("of " + profile.Key, tenant.Key))
        {
            await CallAsync(provider.GetRequiredService<IHttpClientFactory>().CreateClient(client).For(tenant));
        }
    }

    [Test]
    public void The_first_page_has_settings() => Assert.That(SettingsBlock.All("README.md").Count(), Is.EqualTo(1));

    [Test]
    public void An_unknown_key_in_a_block_is_found()
    {
        var block = new MarkdownBlock("none.md", 1, ["""{ "AuthProfiles": { "Profiles": { "weather": { "Keyy": "…" } } } }"""]);

        Assert.That(() => Every_block_of_settings_is_good(block), Throws.InstanceOf<AuthorizationException>().With.Message.Contains("Keyy"));
    }

    [Test]
    public void An_unknown_key_of_a_connection_in_a_block_is_found()
    {
        var block = new MarkdownBlock("none.md", 1, ["""{ "AuthProfiles": { "Profiles": { "weather": { "Connections": { "acme": { "Key": "…", "Keyy": "…" } } } } } }"""]);

        Assert.That(() => Every_block_of_settings_is_good(block), Throws.InstanceOf<AuthorizationException>().With.Message.Contains("Keyy"));
    }

    // A tenant of a profile that users consent to is there, and has consented to nothing.
    private static async Task CallAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync(new Uri("probe", UriKind.Relative));
        }
        catch (AuthorizationRequiredException required) when (required.CanConsent)
        {
        }
    }
}
