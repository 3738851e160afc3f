using System.Diagnostics.Metrics;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Telemetry;
using AuthProfiles.AzureOpenAI.Tests.DependencyInjection;
using AuthProfiles.AzureOpenAI.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.AzureOpenAI.Tests.Telemetry;

internal sealed class ContainerTelemetryTests
{
    private const string Named = "AuthProfiles:AzureOpenAI:named:CaptureMessageContent";

    private static readonly (string, string)[] Settings = [("Endpoint", "contoso.openai.azure.com"), ("Connections:acme-corp:Endpoint", "wonderland.openai.azure.com"), ("Connections:acme-corp:ApiKey", "k-CANARY")];

    [Test]
    public async Task The_address_is_that_of_the_connection_and_no_tag_names_a_tenant()
    {
        using var app = new Application([.. Settings]);
        using var observer = new Observer(meters: app.With().Provider.GetRequiredService<IMeterFactory>());
        app.Service.When("*").Respond("application/json", ServiceStub.Chat);
        await app.Client.For("acme-corp").CompleteChatAsync(new ChatRequest("Hello") { Deployment = observer.Deployment });
        Assert.That((observer.Span.GetTagItem("server.address"), observer.Of("gen_ai.client.operation.duration").Count), Is.EqualTo(("wonderland.openai.azure.com", 1)));
        Assert.That(observer.ShowAll(), Does.Not.Contain("acme").And.Not.Contain("CANARY"));
        Assert.That(observer.Of("gen_ai.client.operation.duration").Single().Tags, Does.Not.Contain("wonderland"));
    }

    [Test]
    public async Task A_call_without_authorization_is_told_by_its_kind_and_went_nowhere()
    {
        using var app = new Application([.. Settings]).With();
        using var observer = new Observer(meters: app.Provider.GetRequiredService<IMeterFactory>());
        await Assert.CatchAsync<AuthorizationException>(() => app.Client.For("globex-corp", "mia-secret").CompleteChatAsync(new ChatRequest("Hello") { Deployment = observer.Deployment }));
        Assert.That((observer.Span.GetTagItem("error.type"), observer.Span.GetTagItem("server.address"), observer.Span.GetTagItem("server.port")), Is.EqualTo(("AuthorizationRequired", default(object), default(object))));
        Assert.That(observer.ShowAll(), Does.Not.Contain("globex").And.Not.Contain("mia"));
    }

    [TestCase(null, false)]
    [TestCase("false", false)]
    [TestCase("true", true)]
    public async Task Content_is_told_by_a_setting_whoever_authorizes(string? setting, bool isTold)
    {
        using var app = new Application(setting is null ? [.. Settings] : [.. Settings, ("CaptureMessageContent", setting), (Named, setting)]).With();
        app.Services.AddAuthProfiles().AddDelegate("ours", static o =>
        {
            o.BaseUrl = "https://contoso.openai.azure.com/";
            o.Acquire = static (_, _) => new(Credential.Bearer("t-ours"));
        });
        app.Services.AddAzureOpenAI("named", "ours").HttpClientBuilder.ConfigurePrimaryHttpMessageHandler(() => app.Service);
        app.Service.When("*").Respond("application/json", ServiceStub.Chat);
        using var observer = new Observer(meters: app.Provider.GetRequiredService<IMeterFactory>());
        var request = new ChatRequest("CANARY") { Deployment = observer.Deployment };
        await app.Client.For("acme-corp").CompleteChatAsync(request);
        await app.Provider.GetRequiredKeyedService<AzureOpenAIClient>("named").CompleteChatAsync(request);
        Assert.That(observer.Spans.Select(span => span.GetTagItem("gen_ai.input.messages") is string text && text.Contains("CANARY", StringComparison.Ordinal)), Is.EqualTo(new[] { isTold, isTold }));
    }

    [Test]
    public void Without_listeners_observing_allocates_nothing()
    {
        var telemetry = new ClientTelemetry(ClientMeter.Standalone, capturesContent: true, TimeProvider.System);
        Assert.That((telemetry.IsObserved, telemetry.Start("chat", "gpt-4o")), Is.EqualTo((false, default(ObservedCall))));
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 100; i++)
        {
            using var call = telemetry.Start("chat", "gpt-4o");
        }

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.Zero);
    }
}
