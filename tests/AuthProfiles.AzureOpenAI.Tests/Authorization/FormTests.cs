using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.AzureOpenAI.Tests.Authorization;

/// <summary>What a page asks a customer for, and what becomes of it.</summary>
[TestFixture]
public sealed class FormTests
{
    [Test]
    public async Task A_customer_gives_a_key_or_an_application()
    {
        await using var services = Services();

        var forms = await services.GetRequiredService<IConnections>().DescribeAsync("assistant", "acme");

        Assert.That(
            forms.Select(static form => $"{form.AuthorizationType}: {string.Join(", ", form.Fields.Select(static field => field.Key + (field.Optional ? "?" : string.Empty)))}"),
            Is.EqualTo(new[] { "ApiKey: endpoint, apiKey, secondaryApiKey?", "ClientCredentials: endpoint, tenantId, clientId, clientSecret" }));
        Assert.That(forms.SelectMany(static form => form.Fields), Has.All.Matches<AdditionalField>(static field => field is { Title: not null, Hint: not null }));
    }

    [Test]
    public async Task A_user_gives_a_key_alone()
    {
        await using var services = Services();

        var forms = await services.GetRequiredService<IConnections>().DescribeAsync("assistant", user: "mia");

        Assert.That(forms.Single().Fields.Select(static field => field.Key), Is.EqualTo(new[] { "apiKey", "secondaryApiKey" }));
    }

    [TestCase("endpoint=acme.openai.azure.com;apiKey=k", null)]
    [TestCase("endpoint=acme.openai.azure.com;tenantId=contoso.com;clientId=app", "'clientSecret'")]
    [TestCase("apiKey=k", "'endpoint'")]
    [TestCase("endpoint=acme.example;apiKey=k", "Endpoint")]
    public async Task What_the_way_that_was_begun_lacks_is_told(string inputs, string? told)
    {
        await using var services = Services();
        var given = inputs.Split(';').Select(static input => input.Split('=')).ToDictionary(static input => input[0], static input => input[1], StringComparer.Ordinal);

        Func<Task> connect = () => services.GetRequiredService<IConnections>().ConnectAsync("assistant", "acme", inputs: given);

        await Assert.ThatAsync(connect, told is null ? Throws.Nothing : Throws.TypeOf<AuthorizationException>().With.Message.Contains(told).And.Property("Kind").EqualTo(AuthorizationErrorKind.InvalidValue));
    }

    private static ServiceProvider Services()
    {
        var services = new ServiceCollection();
        services.AddAzureOpenAI("assistant", static o => o.Probe = null);
        return services.BuildServiceProvider();
    }
}
