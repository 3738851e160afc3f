using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Tests.Wire;
using RichardSzalay.MockHttp;

namespace AuthProfiles.AzureOpenAI.Tests;

internal sealed class AzureOpenAIClientTests
{
    [Test]
    public async Task A_chat_is_completed_over_any_handler()
    {
        using var service = new MockHttpMessageHandler();
        service.Expect(HttpMethod.Post, "https://contoso.openai.azure.com/openai/deployments/gpt-4o/chat/completions")
            .WithExactQueryString("api-version=2024-10-21")
            .WithContent("""{"messages":[{"role":"user","content":"Hello"}],"temperature":0}""")
            .Respond("application/json", ServiceStub.Chat);
        var client = new AzureOpenAIClient(new HttpClient(service) { BaseAddress = new Uri("https://contoso.openai.azure.com") }, new() { ChatDeployment = "gpt-4o" });

        var completion = await client.CompleteChatAsync(new ChatRequest("Hello") { Temperature = 0 });

        Assert.That(completion.Text, Is.EqualTo("Hi"));
        service.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task A_request_of_ones_own_goes_below_the_endpoint_and_comes_back_as_it_is()
    {
        using var service = new MockHttpMessageHandler();
        service.Expect(HttpMethod.Get, "https://contoso.openai.azure.com/openai/v1/models").Respond(System.Net.HttpStatusCode.NotFound, "application/json", "{}");
        var client = new AzureOpenAIClient(new HttpClient(service) { BaseAddress = new Uri("https://contoso.openai.azure.com/") }, new());

        using var response = await client.SendAsync(new HttpRequestMessage(HttpMethod.Get, "openai/v1/models"));

        Assert.That((int)response.StatusCode, Is.EqualTo(404));
    }

    [Test]
    public void A_client_without_a_usable_base_address_is_refused() => Assert.Multiple(() =>
    {
        Assert.That(() => new AzureOpenAIClient(new HttpClient(), new()), Throws.ArgumentException);
        Assert.That(() => new AzureOpenAIClient(new HttpClient { BaseAddress = new Uri("https://gateway.contoso.com/ai") }, new()), Throws.ArgumentException);
        Assert.That(() => new AzureOpenAIClient(null!, new AzureOpenAIOptions()), Throws.ArgumentNullException);
    });

    [TestCase(0)]
    [TestCase(-1)]
    [TestCase(3601)]
    [TestCase(100 * 24 * 3600)]
    public void An_idle_timeout_is_positive_and_an_hour_at_most(int seconds) => Assert.That(
        () => ServiceStub.Answering("{}").Client(o => o.BodyIdleTimeout = TimeSpan.FromSeconds(seconds)),
        Throws.TypeOf<AuthorizationException>().With.Message.Contains("BodyIdleTimeout"));

    [Test]
    public void A_family_that_there_is_not_is_refused() => Assert.That(
        () => ServiceStub.Answering("{}").Client(o => o.UrlFamily = (UrlFamily)7),
        Throws.TypeOf<AuthorizationException>().With.Message.Contains("UrlFamily"));

    [Test]
    public async Task Options_changed_later_change_nothing()
    {
        var stub = ServiceStub.Answering(ServiceStub.Chat);
        AzureOpenAIOptions? kept = null;
        var client = stub.Client(o => kept = o);
        kept!.ChatDeployment = "other";
        kept.UrlFamily = UrlFamily.V1;
        await client.CompleteChatAsync(new ChatRequest("x"));
        Assert.That(stub.Uri!.AbsolutePath, Is.EqualTo("/openai/deployments/gpt-4o-mini/chat/completions"));
    }

    [Test]
    public void Options_print_no_secret() => Assert.That(
        $"{new AzureOpenAIOptions { ApiKey = "s3cret" }.ApiKey}", Does.Not.Contain("s3cret"));

    [Test]
    public async Task A_service_that_is_not_there_is_a_connection_error()
    {
        var stub = new ServiceStub(() => throw new HttpRequestException("No such host."));
        await Assert.ThrowsAsync<HttpRequestException>(() => stub.Client().CompleteChatAsync(new ChatRequest("x")));
    }
}
