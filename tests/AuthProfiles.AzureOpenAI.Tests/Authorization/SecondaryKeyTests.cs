using System.Net;
using AuthProfiles.AzureOpenAI.Tests.DependencyInjection;
using AuthProfiles.AzureOpenAI.Tests.Wire;
using RichardSzalay.MockHttp;

namespace AuthProfiles.AzureOpenAI.Tests.Authorization;

/// <summary>A resource has two keys so that each can be regenerated while the other serves.</summary>
internal sealed class SecondaryKeyTests
{
    [Test]
    public async Task The_second_key_serves_where_the_first_is_refused_and_from_then_on()
    {
        using var app = new Application(("Endpoint", "contoso.openai.azure.com"), ("ApiKey", "k-1"), ("SecondaryApiKey", "k-2")).With();
        var refusals = Refusing(app, "k-1");
        var answers = Answering(app, "k-2");

        await app.ChatAsync();
        await app.ChatAsync();

        Assert.That((app.Service.GetMatchCount(refusals), app.Service.GetMatchCount(answers)), Is.EqualTo((1, 2)));
    }

    [Test]
    public async Task The_first_key_serves_while_it_is_taken()
    {
        using var app = new Application(("Endpoint", "contoso.openai.azure.com"), ("ApiKey", "k-1"), ("SecondaryApiKey", "k-2")).With();
        var answers = Answering(app, "k-1");
        await app.ChatAsync();
        Assert.That(app.Service.GetMatchCount(answers), Is.EqualTo(1));
    }

    [Test]
    public async Task A_tenants_second_key_is_its_own()
    {
        using var app = new Application(
            ("Endpoint", "contoso.openai.azure.com"), ("ApiKey", "k-1"), ("SecondaryApiKey", "k-2"),
            ("Connections:acme:ApiKey", "a-1"), ("Connections:acme:SecondaryApiKey", "a-2"), ("Connections:globex:ApiKey", "g-1")).With();
        Refusing(app, "a-1");
        var refusals = Refusing(app, "g-1");
        var acme = Answering(app, "a-2");
        var shared = Answering(app, "k-2");

        await app.ChatAsync("acme");
        var error = await Assert.ThrowsAsync<AzureOpenAIException>(() => app.ChatAsync("globex"));

        Assert.That(error!.Kind, Is.EqualTo(AzureOpenAIErrorKind.Unauthorized));
        Assert.That((app.Service.GetMatchCount(acme), app.Service.GetMatchCount(refusals), app.Service.GetMatchCount(shared)), Is.EqualTo((1, 1, 0)), "The developer's key never serves a tenant whose own is refused.");
    }

    private static MockedRequest Refusing(Application app, string key) =>
        app.Service.When("*").WithHeaders("api-key", key).Respond(HttpStatusCode.Unauthorized, "application/json", """{"error":{"code":"401","message":"Access denied due to invalid subscription key or wrong API endpoint."}}""");

    private static MockedRequest Answering(Application app, string key) => app.Service.When("*").WithHeaders("api-key", key).Respond("application/json", ServiceStub.Chat);
}
