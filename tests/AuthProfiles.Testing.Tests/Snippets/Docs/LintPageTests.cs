using AuthProfiles;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Snippets;

/// <summary>What docs/lint.md shows is what an explanation and lint say.</summary>
[TestFixture]
public sealed class LintPageTests
{
    [Test]
    public async Task An_explanation_says_what_the_page_says()
    {
        await using var provider = Provider();
        var http = provider.GetRequiredService<IHttpClientFactory>().CreateClient("orders");
        using var request = new HttpRequestMessage(HttpMethod.Get, "orders/7?page=2");

        var explanation = http.For("acme").Explain(request).ToString();

        Assert.That(Markdown.BlocksOf("docs/lint.md", string.Empty).Select(static block => block.Text.ReplaceLineEndings("\n")), Does.Contain(explanation.ReplaceLineEndings("\n")));
    }

    [Test]
    public async Task The_settings_are_right()
    {
        await using var provider = Provider();

        Assert.That(provider.GetRequiredService<IAuthorizationInspector>().Lint(), Is.Empty);
    }

    private static ServiceProvider Provider()
    {
        var settings = new Dictionary<string, string?>(StringComparer.Ordinal)
        {
            ["AuthProfiles:Profiles:orders:Connections:acme:ClientId"] = "app",
            ["AuthProfiles:Profiles:orders:Connections:acme:ClientSecret"] = "s-123",
        };
        var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddAuthProfiles().AddClientCredentials("orders", o =>
        {
            o.BaseUrl = "https://{tenant}.orders.example/api/";
            o.TokenUrl = "https://login.orders.example/{tenant}/oauth/token";
        });
        services.AddHttpClient("orders").AddAuthorizationProfile("orders");
        return services.BuildServiceProvider();
    }
}
