using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Zendesk.Tests.Authorization;

/// <summary>What a page asks a customer for, and what becomes of it.</summary>
[TestFixture]
public sealed class FormTests
{
    [Test]
    public async Task A_customer_gives_a_client_a_token_or_an_API_token()
    {
        await using var services = Services();

        var forms = await services.GetRequiredService<IConnections>().DescribeAsync("support", "acme");

        Assert.That(
            forms.Select(static form => $"{form.AuthorizationType}: {string.Join(", ", form.Fields.Select(static field => field.Key + (field.Optional ? "?" : string.Empty)))}"),
            Is.EqualTo(new[] { "ClientCredentials: subdomain?, clientId, clientSecret", "Bearer: subdomain?, token", "Basic: subdomain?, email, apiToken" }));
        Assert.That(forms.SelectMany(static form => form.Fields), Has.All.Matches<AdditionalField>(static field => field is { Title: not null, Hint: not null }));
    }

    [TestCase("email=agent@example.com;apiToken=k", null)]
    [TestCase("subdomain=https://acme.zendesk.com/agent;email=agent@example.com/token;apiToken=k", null)]
    [TestCase("token=t", null)]
    [TestCase("clientId=My Application;clientSecret=s", "such as my_application")]
    [TestCase("email=agent@example.com", "'apiToken'")]
    [TestCase("email=agent;apiToken=k", "such as agent@example.com")]
    [TestCase("subdomain=a.b;email=agent@example.com;apiToken=k", "Subdomain")]
    public async Task What_is_not_as_Zendesk_shows_it_is_told(string inputs, string? told)
    {
        await using var services = Services();
        var given = inputs.Split(';').Select(static input => input.Split('=')).ToDictionary(static input => input[0], static input => input[1], StringComparer.Ordinal);

        Func<Task> connect = () => services.GetRequiredService<IConnections>().ConnectAsync("support", "acme", inputs: given);

        await Assert.ThatAsync(connect, told is null ? Throws.Nothing : Throws.TypeOf<AuthorizationException>().With.Message.Contains(told).And.Property("Kind").EqualTo(AuthorizationErrorKind.InvalidValue));
    }

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddZendesk("support", static o => o.Probe = null);
        return services.BuildServiceProvider();
    }
}
