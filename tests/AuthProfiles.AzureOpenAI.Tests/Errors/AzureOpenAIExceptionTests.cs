using System.Net;
using AuthProfiles.AzureOpenAI.Chat;
using AuthProfiles.AzureOpenAI.Streaming;
using AuthProfiles.AzureOpenAI.Tests.Wire;

namespace AuthProfiles.AzureOpenAI.Tests.Errors;

internal sealed class AzureOpenAIExceptionTests
{
    private const string Filter = """{"error":{"message":"The response was filtered.","type":null,"param":"prompt","code":"content_filter","status":400,"INNER":{"code":"ResponsibleAIPolicyViolation","RESULT":{"hate":{"filtered":true,"severity":"high"},"self-harm":{"filtered":false,"severity":"safe"},"jailbreak":{"filtered":false,"detected":false}}}}}""";

    [TestCase(400, """{"error":{"code":"unsupported_parameter","message":"Unsupported parameter: 'max_tokens'.","param":"max_tokens","type":"invalid_request_error"}}""", AzureOpenAIErrorKind.UnsupportedParameter, "leave it out")]
    [TestCase(400, """{"error":{"code":"unsupported_value","message":"Unsupported value: 'temperature' does not support 0 with this model.","param":"temperature"}}""", AzureOpenAIErrorKind.UnsupportedParameter, "another value")]
    [TestCase(400, """{"error":{"code":"invalid_value","message":"No."}}""", AzureOpenAIErrorKind.InvalidRequest, "invalid_value")]
    [TestCase(400, """{"error":{"code":"context_length_exceeded","message":"This model's maximum context length is 8192 tokens."}}""", AzureOpenAIErrorKind.ContextLengthExceeded, "Send less text")]
    [TestCase(400, """{"error":{"code":"Tenant provided in token does not match resource token","message":"Token tenant 11111111-2222-3333-4444-555555555555 does not match resource tenant."}}""", AzureOpenAIErrorKind.TenantMismatch, "set TenantId")]
    [TestCase(400, """{"error":{"code":"OperationNotSupported","message":"The embeddings operation does not work with the specified model, gpt-4o."}}""", AzureOpenAIErrorKind.WrongModel, "EmbeddingDeployment")]
    [TestCase(400, """{"error":{"code":"BadRequest","message":"API version not supported"}}""", AzureOpenAIErrorKind.ApiVersionRefused, "Set ApiVersion")]
    [TestCase(404, """{"error":{"code":"404","message":"Missing required query parameter: api-version"}}""", AzureOpenAIErrorKind.ApiVersionRefused, "Set ApiVersion")]
    [TestCase(401, """{"error":{"code":"401","message":"Access denied due to invalid subscription key or wrong API endpoint."}}""", AzureOpenAIErrorKind.Unauthorized, "one of this very resource")]
    [TestCase(401, """{"error":{"code":"Unauthorized","message":"Access denied."}}""", AzureOpenAIErrorKind.Unauthorized, "401 Unauthorized.")]
    [TestCase(401, """{ "statusCode": 401, "message": "Unauthorized. Access token is missing, invalid, audience is incorrect (https://cognitiveservices.azure.com), or have expired." }""", AzureOpenAIErrorKind.Unauthorized, "audience is incorrect (https://cognitiveservices.azure.com)")]
    [TestCase(401, """{"error":{"code":"PermissionDenied","message":"The principal `11111111-2222-3333-4444-555555555555` lacks the required data action `Microsoft.CognitiveServices/accounts/OpenAI/deployments/chat/completions/action` to perform `POST /openai/deployments/{deployment-id}/chat/completions` operation."}}""", AzureOpenAIErrorKind.RoleMissing, "'Cognitive Services OpenAI User'")]
    [TestCase(403, """{"error":{"code":"403","message":"Access denied due to Virtual Network/Firewall rules."}}""", AzureOpenAIErrorKind.NetworkRefused, "Networking page")]
    [TestCase(403, """{"error":{"code":"AccessDenied","message":"Public access is disabled. Please configure private endpoint."}}""", AzureOpenAIErrorKind.NetworkRefused, "private endpoint")]
    [TestCase(403, "", AzureOpenAIErrorKind.Forbidden, "network rules and the role")]
    [TestCase(403, """{"error":{"code":"AuthorizationFailed","message":"No."}}""", AzureOpenAIErrorKind.RoleMissing, "assign")]
    [TestCase(404, """{"error":{"code":"DeploymentNotFound","message":"The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try again."}}""", AzureOpenAIErrorKind.DeploymentNotFound, "Check the name of the deployment")]
    [TestCase(404, """{"error":{"code":"404","message":"The API deployment for this resource does not exist."}}""", AzureOpenAIErrorKind.DeploymentNotFound, "last 5 minutes")]
    [TestCase(404, """{"error":{"code":"model_not_found","message":"The model `gpt-9` does not exist."}}""", AzureOpenAIErrorKind.DeploymentNotFound, "Check the name of the deployment")]
    [TestCase(404, """{"error":{"code":"404","message": "Resource not found"}}""", AzureOpenAIErrorKind.NotFound, "check Endpoint, UrlFamily and ApiVersion")]
    [TestCase(408, "", AzureOpenAIErrorKind.Unavailable, "408")]
    [TestCase(409, "{}", AzureOpenAIErrorKind.Unavailable, "409")]
    [TestCase(415, "", AzureOpenAIErrorKind.InvalidRequest, "415")]
    [TestCase(429, """{"error":{"code":"429","message":"Requests have exceeded call rate limit. Please retry after 2 seconds."}}""", AzureOpenAIErrorKind.RateLimited, "rate limit")]
    [TestCase(500, """{"error":{"code":500,"message":null}}""", AzureOpenAIErrorKind.Unavailable, "500")]
    [TestCase(502, "<html><title>Bad Gateway</title></html>", AzureOpenAIErrorKind.Unavailable, "a gateway may have answered")]
    [TestCase(503, "\"busy\"", AzureOpenAIErrorKind.Unavailable, "a gateway may have answered")]
    [TestCase(504, """{"error":"upstream timed out"}""", AzureOpenAIErrorKind.Unavailable, "upstream timed out")]
    [TestCase(403, """{"code":"Blocked","message":"By the gateway."}""", AzureOpenAIErrorKind.Forbidden, "By the gateway.")]
    [TestCase(302, "", AzureOpenAIErrorKind.UnexpectedStatus, "never followed")]
    [TestCase(401, """{"error":{"code":"401","message":"Access de""", AzureOpenAIErrorKind.Unauthorized, "key or token was refused")]
    public async Task An_error_has_its_kind_and_its_cure(int status, string body, AzureOpenAIErrorKind kind, string cure)
    {
        var error = await FailAsync(status, body);
        Assert.Multiple(() =>
        {
            Assert.That((error.Kind, error.StatusCode), Is.EqualTo((kind, status)));
            Assert.That(error.Message, Does.Contain(cure).And.StartsWith($"Azure OpenAI answered {status}"));
            Assert.That(error.IsTransient, Is.EqualTo(kind is AzureOpenAIErrorKind.RateLimited or AzureOpenAIErrorKind.Unavailable));
        });
    }

    [TestCase("innererror", "content_filter_result")]
    [TestCase("innererror", "content_filter_results")]
    [TestCase("inner_error", "content_filter_result")]
    [TestCase("inner_error", "content_filter_results")]
    public async Task A_filtered_prompt_says_which_filter_it_was(string inner, string result)
    {
        var error = await FailAsync(400, Filter.Replace("INNER", inner, StringComparison.Ordinal).Replace("RESULT", result, StringComparison.Ordinal));
        Assert.Multiple(() =>
        {
            Assert.That((error.Kind, error.Code, error.InnerCode, error.Parameter), Is.EqualTo((AzureOpenAIErrorKind.ContentFiltered, "content_filter", "ResponsibleAIPolicyViolation", "prompt")));
            Assert.That(error.ContentFilter!.ReadCategories().Where(category => category.Filtered).Select(category => category.Name), Is.EqualTo(new[] { "hate" }));
            Assert.That(error.ContentFilter!.ReadCategories().Select(category => category.Name), Does.Contain("self_harm"));
            Assert.That(error.ServiceMessage, Is.EqualTo("The response was filtered."));
        });
    }

    [TestCase("retry-after-ms", "700", 700)]
    [TestCase("x-ms-retry-after-ms", "1500.5", 1500.5)]
    [TestCase("Retry-After", "2", 2000)]
    [TestCase("Retry-After", "86400", 86_400_000)]
    [TestCase("Retry-After", "99999999999999999999", 86_400_000)]
    [TestCase("Retry-After", "0.5", 500)]
    [TestCase("Retry-After", " 3 ", 3000)]
    [TestCase("retry-after-ms", "Infinity", null)]
    [TestCase("Retry-After", "Tue, 01 Jan 2030 00:00:30 GMT", 30_000)]
    [TestCase("Retry-After", "Mon, 31 Dec 2029 00:00:00 GMT", 0)]
    [TestCase("retry-after-ms", "99999999999999999999", 86_400_000)]
    [TestCase("Retry-After", "Fri, 31 Dec 9999 23:59:59 GMT", 86_400_000)]
    [TestCase("retry-after-ms", "-5", null)]
    [TestCase("retry-after-ms", "NaN", null)]
    [TestCase("retry-after-ms", "soon", null)]
    [TestCase("x-other", "1", null)]
    public async Task The_wait_is_read(string header, string value, double? milliseconds)
    {
        var error = await FailAsync(429, "{}", (header, value));
        Assert.That(error.RetryAfter?.TotalMilliseconds, Is.EqualTo(milliseconds));
    }

    [Test]
    public async Task The_finest_wait_counts()
    {
        var error = await FailAsync(429, "{}", ("Retry-After", "9"), ("x-ms-retry-after-ms", "800"), ("retry-after-ms", "700"));
        Assert.That(error.RetryAfter, Is.EqualTo(TimeSpan.FromMilliseconds(700)));
    }

    [Test]
    public async Task A_wait_is_in_the_message() => Assert.That(
        (await FailAsync(429, "{}", ("Retry-After", "86400"))).Message, Does.Contain("It asks to wait 86400 s."));

    [TestCase("", "", "", null, null, null)]
    [TestCase("12", "3456", "30", 12L, 3456L, 30_000.0)]
    [TestCase("0", "00", "1h6m0.5s", 0L, 0L, 3_960_500.0)]
    [TestCase("-1", "many", "120ms", null, null, 120.0)]
    [TestCase("99999999999999999999", "1,2", "1x", null, null, null)]
    [TestCase("1", "1", "99999999999h", 1L, 1L, null)]
    [TestCase("1", "1", "..", 1L, 1L, null)]
    public async Task Limits_are_read_from_errors_and_answers_alike(string requests, string tokens, string reset, long? remainingRequests, long? remainingTokens, double? milliseconds)
    {
        (string, string)[] headers = [("x-ratelimit-remaining-requests", requests), ("x-ratelimit-limit-tokens", tokens), ("x-ratelimit-reset-requests", reset), ("x-ratelimit-reset-tokens", reset), ("x-ratelimit-remaining-tokens", tokens), ("x-ratelimit-limit-requests", requests)];
        var error = await FailAsync(429, "{}", headers);
        var chat = await ServiceStub.Answering(ServiceStub.Chat, headers: headers).Client().CompleteChatAsync(new ChatRequest("x"));
        var embeddings = await ServiceStub.Answering("""{"data":[{"embedding":[1]}]}""", headers: headers).Client().EmbedAsync(["x"]);
        foreach (var limits in new[] { error.RateLimits!, chat.RateLimits!, embeddings.RateLimits! })
        {
            Assert.Multiple(() =>
            {
                Assert.That((limits.RemainingRequests, limits.LimitRequests), Is.EqualTo((remainingRequests, remainingRequests)));
                Assert.That((limits.RemainingTokens, limits.LimitTokens), Is.EqualTo((remainingTokens, remainingTokens)));
                Assert.That((limits.ResetRequests?.TotalMilliseconds, limits.ResetTokens?.TotalMilliseconds), Is.EqualTo((milliseconds, milliseconds)));
                Assert.That(limits.ToString(), Does.StartWith($"requests: {remainingRequests?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "?"} left"));
            });
        }
    }

    [Test]
    public async Task Limits_are_read_from_answers_that_are_malformed_break_off_or_stall()
    {
        var clock = new TestClock();
        var question = new ChatRequest("x");
        var malformed = await Assert.ThrowsAsync<AzureOpenAIException>(() => Limited(_ => ScriptedStream.Bytes("{")).Client().CompleteChatAsync(question));
        var broken = await Assert.ThrowsAsync<AzureOpenAIException>(() => Limited(_ => throw new IOException()).Client().CompleteChatAsync(question));
        var cut = await Assert.ThrowsAsync<AzureOpenAIException>(() => Limited().Client().CompleteChatStreamingAsync(question).ToCompletionAsync());
        var stalling = Limited(ScriptedStream.Never).Client(o => o.BodyIdleTimeout = TimeSpan.FromSeconds(10), clock).CompleteChatAsync(question);
        clock.Advance(TimeSpan.FromSeconds(10));
        var stalled = await Assert.ThrowsAsync<AzureOpenAIException>(() => stalling);
        AzureOpenAIException[] errors = [malformed!, broken!, cut!, stalled!];
        Assert.That(errors.Select(error => error.Kind), Is.EqualTo(new[]
        {
            AzureOpenAIErrorKind.MalformedAnswer, AzureOpenAIErrorKind.AnswerInterrupted, AzureOpenAIErrorKind.AnswerInterrupted, AzureOpenAIErrorKind.AnswerStalled,
        }));
        Assert.That(errors.Select(error => error.RateLimits?.RemainingRequests), Is.All.EqualTo(12));

        static ServiceStub Limited(params Func<CancellationToken, Task<byte[]>>[] body) => new(() =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(new ScriptedStream(body)) };
            response.Headers.Add("x-ratelimit-remaining-requests", "12");
            return response;
        });
    }

    [Test]
    public async Task Request_ids_are_kept_and_shown()
    {
        var error = await FailAsync(500, "{}", ("apim-request-id", "a-1"), ("x-request-id", "b-2"), ("x-ms-request-id", "c-3"), ("x-ms-client-request-id", "d-4"), ("x-ms-region", "East US"), ("x-secret", "no"));
        Assert.Multiple(() =>
        {
            Assert.That(error.RequestIds.Keys, Is.EquivalentTo(new[] { "apim-request-id", "x-request-id", "x-ms-request-id", "x-ms-client-request-id", "x-ms-region" }));
            Assert.That(error.RequestIds["APIM-Request-Id"], Is.EqualTo("a-1"));
            Assert.That(error.Message, Does.Contain("apim-request-id: a-1.").And.Contain("East US"));
        });
    }

    [TestCase("0123456789abcdef0123456789abcdef")]
    [TestCase("0HN7KABCDEF0123456789ABC")]
    [TestCase("0HN7KABCDEF0123456789ABC:00000001")]
    [TestCase("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")]
    [TestCase("rL0Y20zC+Fzt72VPzMSk2A==")]
    [TestCase("11111111-2222-3333-4444-555555555555")]
    public async Task An_id_is_shown_whole_whatever_it_looks_like(string id)
    {
        var error = await FailAsync(500, "{}", ("apim-request-id", id), ("x-request-id", id));
        var completion = await ServiceStub.Answering(ServiceStub.Chat, headers: [("apim-request-id", id)]).Client().CompleteChatAsync(new ChatRequest("x"));
        Assert.Multiple(() =>
        {
            Assert.That((error.RequestIds["apim-request-id"], error.RequestIds["x-request-id"], completion.RequestId), Is.EqualTo((id, id, id)));
            Assert.That(error.Message, Does.Contain($"apim-request-id: {id}."));
        });
    }

    [Test]
    public async Task What_is_no_id_is_escaped_and_cut()
    {
        var error = await FailAsync(500, "{}", ("apim-request-id", "a\u001bb"), ("x-request-id", new string('x', 5000)));
        Assert.That((error.RequestIds["apim-request-id"], error.RequestIds["x-request-id"].Length), Is.EqualTo(("a\\u001Bb", 101)));
    }

    [TestCase("0123456789abcdef0123456789abcdef")]
    [TestCase("7h1sIsAnEightyFourCharacterKeyOfTheNewKindAbCdEfGhIjKlMnOpQrStUvWxYz0123456789AAABACO")]
    [TestCase("eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0NTY3ODkwIn0.c2lnbmF0dXJlLXdpdGgtMTIz")]
    [TestCase("abc8Q~Xk29dLm_41-pQ7.rTz8Wv3Ns6Bh5Gf2Jd0")]
    public async Task A_key_that_the_service_repeats_is_not_shown(string key)
    {
        var error = await FailAsync(401, $$"""{"error":{"code":"{{key}}","message":"The key '{{key}}' is wrong, Bearer {{key}}.","param":"{{key}}","innererror":{"code":"{{key}}"} } }""", ("apim-request-id", key.Length > 32 ? key : "r-1"));
        Assert.That(error + error.Code + error.InnerCode + error.Parameter + error.ServiceMessage + string.Concat(error.RequestIds.Values), Does.Not.Contain(key[..12]));
    }

    [Test]
    public async Task Hostile_text_is_escaped_and_cut()
    {
        var error = await FailAsync(400, """{"error":{"code":"a\r\nb","message":"one\ntwo \u001b[31m \u202e \u2028 Grüße 世界 """ + new string('x', 5000) + "\"}}");
        Assert.Multiple(() =>
        {
            Assert.That(error.Message, Does.Not.Contain("\n").And.Not.Contain("\r").And.Not.Contain("\u001b").And.Not.Contain("\u202e").And.Not.Contain("\u2028"));
            Assert.That(error.Message, Does.Contain("one\\u000Atwo").And.Contain("Grüße 世界"));
            Assert.That(error.Message, Has.Length.LessThan(700));
            Assert.That(error.Code, Is.EqualTo("a\\u000D\\u000Ab"));
        });
    }

    [Test]
    public async Task An_endless_error_body_is_not_read()
    {
        var page = Enumerable.Repeat<Func<CancellationToken, Task<byte[]>>>(_ => Task.FromResult(new byte[1000]), 100_000).ToArray();
        var error = await Assert.ThrowsAsync<AzureOpenAIException>(
            () => ServiceStub.Answering(() => new ScriptedStream(page), HttpStatusCode.BadGateway).Client().CompleteChatAsync(new ChatRequest("x")));
        Assert.That(error!.Kind, Is.EqualTo(AzureOpenAIErrorKind.Unavailable));
    }

    private static async Task<AzureOpenAIException> FailAsync(int status, string body, params (string Name, string Value)[] headers)
    {
        var stub = ServiceStub.Answering(body, (HttpStatusCode)status, headers: headers);
        return (await Assert.ThrowsAsync<AzureOpenAIException>(() => stub.Client(clock: new TestClock()).CompleteChatAsync(new ChatRequest("x"))))!;
    }
}
