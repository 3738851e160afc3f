using System.ClientModel;
using System.ClientModel.Primitives;
using System.Net;
using AuthProfiles.AzureOpenAI.Tests.DependencyInjection;
using AuthProfiles.AzureOpenAI.Tests.Streaming;
using AuthProfiles.AzureOpenAI.Tests.Wire;
using Microsoft.Extensions.DependencyInjection;
using OpenAI.Chat;
using RichardSzalay.MockHttp;

namespace AuthProfiles.AzureOpenAI.Tests.Interop;

/// <summary>The official client, of the package OpenAI, on an HTTP client that a profile authorizes.</summary>
internal sealed class OfficialClientTests
{
    private static readonly (string, string)[] Settings =
    [
        ("Connections:acme:Endpoint", "acme.openai.azure.com"), ("Connections:acme:ApiKey", "acme-key"),
        ("Connections:globex:Endpoint", "globex.openai.azure.com"), ("Connections:globex:TenantId", "globex.onmicrosoft.com"),
        ("Connections:globex:ClientId", "app"), ("Connections:globex:ClientSecret", "s3cret"),
    ];

    [Test]
    public async Task Exactly_the_tenants_key_goes_out()
    {
        using var application = new Application(Settings);
        Answers(application, "acme", request => Credentials(request) == "api-key: acme-key").Respond("application/json", ServiceStub.Chat);

        var answer = await Official(Http(application).For("acme")).CompleteChatAsync("Hello");

        Assert.That(answer.Value.Content[0].Text, Is.EqualTo("Hi"));
        application.VerifyAllWasSent();
    }

    [Test]
    public async Task Each_tenant_has_its_own_client_and_exactly_its_credential()
    {
        using var application = new Application(Settings).Issuing("t-globex", "globex.onmicrosoft.com", "app", "s3cret");
        Answers(application, "globex", request => Credentials(request) == "Authorization: Bearer t-globex").Respond("application/json", ServiceStub.Chat);
        Answers(application, "acme", request => Credentials(request) == "api-key: acme-key").Respond("application/json", ServiceStub.Chat);
        var http = Http(application);

        await Official(http.For("globex")).CompleteChatAsync("Hello");
        await Official(http.For("acme")).CompleteChatAsync("Hello");

        application.VerifyAllWasSent();
    }

    [Test]
    public async Task A_token_that_is_refused_is_renewed_once_and_the_request_goes_again()
    {
        using var application = new Application(Settings)
            .Issuing("t-old", "globex.onmicrosoft.com", "app", "s3cret").Issuing("t-new", "globex.onmicrosoft.com", "app", "s3cret");
        Answers(application, "globex", request => Credentials(request) == "Authorization: Bearer t-old").Respond(HttpStatusCode.Unauthorized);
        Answers(application, "globex", request => Credentials(request) == "Authorization: Bearer t-new").WithPartialContent("Hello").Respond("application/json", ServiceStub.Chat);

        var answer = await Official(Http(application).For("globex")).CompleteChatAsync("Hello");

        Assert.That(answer.Value.Content[0].Text, Is.EqualTo("Hi"));
        application.VerifyAllWasSent();
    }

    [Test]
    public async Task A_second_refusal_is_the_answer()
    {
        using var application = new Application(Settings)
            .Issuing("t-old", "globex.onmicrosoft.com", "app", "s3cret").Issuing("t-new", "globex.onmicrosoft.com", "app", "s3cret");
        Answers(application, "globex", request => Credentials(request) == "Authorization: Bearer t-old").Respond(HttpStatusCode.Unauthorized);
        Answers(application, "globex", request => Credentials(request) == "Authorization: Bearer t-new").Respond(HttpStatusCode.Unauthorized);

        var error = await Assert.CatchAsync<ClientResultException>(() => Official(Http(application).For("globex")).CompleteChatAsync("Hello"));

        Assert.That(error!.Status, Is.EqualTo(401));
        application.VerifyAllWasSent();
    }

    [Test]
    public async Task Streams_are_authorized_too()
    {
        using var application = new Application(Settings);
        Answers(application, "acme", request => Credentials(request) == "api-key: acme-key").Respond("text/event-stream", CannedStreams.Whole["plain"]);
        var text = string.Empty;

        await foreach (var update in Official(Http(application).For("acme")).CompleteChatStreamingAsync("Hello"))
        {
            text += string.Concat(update.ContentUpdate.Select(part => part.Text));
        }

        Assert.That(text, Is.EqualTo("Urgent, ü\n\"x\" 😀."));
        application.VerifyAllWasSent();
    }

    [Test]
    public async Task Without_a_connection_nothing_goes_out()
    {
        using var application = new Application(Settings);
        var error = await Assert.CatchAsync(() => Official(Http(application).For("initech")).CompleteChatAsync("Hello"));
        Assert.That(error, Is.InstanceOf<AuthorizationException>());
    }

    [Test]
    public async Task A_key_that_nobody_takes_off_is_a_conflict_with_a_token_and_nothing_goes_out()
    {
        using var application = new Application(Settings).Issuing("t-globex", "globex.onmicrosoft.com", "app", "s3cret");
        var http = Http(application).For("globex");
        using var transport = new HttpClientPipelineTransport(http);
        var official = new ChatClient("gpt-4o-mini", new ApiKeyCredential("dummy"), new() { Transport = transport, Endpoint = new Uri(http.BaseAddress!, "openai/v1/") });

        var error = await Assert.CatchAsync<AuthorizationException>(() => official.CompleteChatAsync("Hello"));

        Assert.That(error!.Message, Does.Contain("Authorization"));
    }

    private static ChatClient Official(HttpClient http) => new(
        "gpt-4o-mini",
        new ApiKeyCredential("unused"),
        new() { Transport = new AuthorizedTransport(http), Endpoint = new Uri(http.BaseAddress!, "openai/v1/") });

    private static HttpClient Http(Application application)
    {
        application.Services.AddAzureOpenAI("assistant");
        application.Services.AddHttpClient("official").AddAuthorizationProfile("assistant").ConfigurePrimaryHttpMessageHandler(() => application.Service);
        return application.Provider.GetRequiredService<IHttpClientFactory>().CreateClient("official");
    }

    private static MockedRequest Answers(Application application, string tenant, Func<HttpRequestMessage, bool> isAsExpected) =>
        application.Service.Expect(HttpMethod.Post, $"https://{tenant}.openai.azure.com/openai/v1/chat/completions").With(isAsExpected);

    private static string Credentials(HttpRequestMessage request) => string.Join('|', request.Headers
        .Where(static header => header.Key is "Authorization" or "api-key")
        .Select(static header => $"{header.Key}: {string.Join(',', header.Value)}"));
}
