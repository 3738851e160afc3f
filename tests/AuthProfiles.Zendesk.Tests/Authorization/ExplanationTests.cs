using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Zendesk.Tests.Authorization;

/// <summary>An explanation knows the way of each account, and shows no token.</summary>
[TestFixture]
public sealed class ExplanationTests
{
    private const string Secret = "c4nary-token";

    [Test]
    public async Task An_account_with_an_API_token_has_a_header_of_its_own() =>
        Assert.That(await ExplainAsync(("Email", "mia@acme.example"), ("ApiToken", Secret)), Does.Contain("Credential: Header Authorization; not held").And.Not.Contain("acquired by").And.Not.Contain(Secret));

    [Test]
    public async Task An_account_with_a_client_asks_its_own_subdomain_for_a_token() =>
        Assert.That(await ExplainAsync(("ClientId", "app"), ("ClientSecret", Secret)), Does.Contain("Credential: Header Authorization; not held; acquired by POST https://acme-help.zendesk.com/oauth/tokens").And.Not.Contain(Secret));

    private static async Task<string> ExplainAsync(params (string Key, string Value)[] values)
    {
        var settings = values.Append(("Subdomain", "acme-help")).Select(static value => KeyValuePair.Create($"AuthProfiles:Zendesk:support:Connections:acme:{value.Item1}", (string?)value.Item2));
        var services = new ServiceCollection().AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
        services.AddZendesk("support");
        await using var provider = services.BuildServiceProvider();
        using var request = new HttpRequestMessage(HttpMethod.Get, "api/v2/tickets");
        var explanation = provider.GetRequiredService<IAuthorizationInspector>().Explain("support", request, "acme");
        Assert.That(explanation.Missing, Is.Empty);
        return explanation.ToString();
    }
}
