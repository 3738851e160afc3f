using AuthProfiles.AzureOpenAI.Tests.DependencyInjection;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.AzureOpenAI.Tests.Authorization;

/// <summary>A key opens one resource: it goes to no other, whoever names that one.</summary>
[Category("I4")]
internal sealed class OwnEndpointTests
{
    private static readonly (string, string)[] Developers = [("Endpoint", "contoso.openai.azure.com"), ("ApiKey", "k-1"), ("SecondaryApiKey", "k-2"), ("AllowAnyTenant", "true")];

    [TestCase("endpoint=mallory.openai.azure.com")]
    [TestCase("endpoint=mallory.openai.azure.com;secondaryApiKey=m-2")]
    [TestCase("secondaryApiKey=m-2")]
    [TestCase("endpoint=http://127.0.0.1:9999;apiKey=m-1")]
    [TestCase("endpoint=https://localhost;apiKey=m-1")]
    public async Task A_connection_with_an_endpoint_of_its_own_gets_no_key_of_the_developers_and_none_on_loopback(string inputs)
    {
        using var app = new Application(Developers).With();
        var any = app.Service.When("*").Respond("application/json", "{}");
        var given = inputs.Split(';').Select(static input => input.Split('=')).ToDictionary(static input => input[0], static input => input[1], StringComparer.Ordinal);

        var error = await Assert.CatchAsync<AuthorizationException>(() => app.Provider.GetRequiredService<IConnections>().ConnectAsync("assistant", "mallory", inputs: given));

        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.InvalidValue).Or.EqualTo(AuthorizationErrorKind.Configuration));
        Assert.That(app.Service.GetMatchCount(any), Is.Zero);
    }

    [TestCase("Connections:mallory:Endpoint", "mallory.openai.azure.com")]
    [TestCase("Connections:mallory:SecondaryApiKey", "m-2")]
    public async Task So_it_is_in_settings(string setting, string value)
    {
        using var app = new Application([.. Developers, (setting, value)]).With();
        var any = app.Service.When("*").Respond("application/json", "{}");

        var error = await Assert.CatchAsync<AuthorizationException>(() => app.ChatAsync("mallory"));

        Assert.That(error!.Message, Does.Contain("Connections:mallory:ApiKey"));
        Assert.That(app.Service.GetMatchCount(any), Is.Zero);
    }
}
