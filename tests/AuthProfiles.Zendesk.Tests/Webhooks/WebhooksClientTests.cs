using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Webhooks;

/// <summary>The administration of webhooks, after Zendesk's reference: no contract server knows it.</summary>
[TestFixture]
public sealed class WebhooksClientTests
{
    private const string Id = "01EJFTSCC78X5V07NPY2MHR00M";
    private const string One = """{"webhook":{"id":"01EJFTSCC78X5V07NPY2MHR00M"}}""";
    private const string Secret = """{"signing_secret":{"algorithm":"SHA256","secret":"s3cret"}}""";

    private static NewWebhook Hook => new() { Name = "n", Endpoint = new("https://acme.example/hook?a=b") };

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return OperationCase.Of("list", client => client.Webhooks.ListAsync(new() { Sort = "name" }, "a&b", WebhookStatus.Active).CollectAsync(), """{"webhooks":[],"meta":{"has_more":false}}""", "GET",
            "api/v2/webhooks?filter%5Bname_contains%5D=a%26b&filter%5Bstatus%5D=active&page%5Bsize%5D=100&sort=name");
        yield return OperationCase.Of("page", client => client.Webhooks.ListPageAsync(new() { PageSize = 2, After = "c+=" }), """{"webhooks":[]}""", "GET", "api/v2/webhooks?page%5Bsize%5D=2&page%5Bafter%5D=c%2B%3D");
        yield return OperationCase.Of("get", client => client.Webhooks.GetAsync(Id), One, "GET", $"api/v2/webhooks/{Id}");
        yield return OperationCase.Of("get elsewhere", client => client.Webhooks.GetAsync("a/../b?c"), One, "GET", "api/v2/webhooks/a%2F..%2Fb%3Fc");
        yield return OperationCase.Of("create", client => client.Webhooks.CreateAsync(Hook), One, "POST", "api/v2/webhooks",
            """{"webhook":{"name":"n","status":"active","subscriptions":["conditional_ticket_events"],"endpoint":"https://acme.example/hook?a=b","http_method":"POST","request_format":"json"}}""");
        yield return OperationCase.Of("create with all", client => client.Webhooks.CreateAsync(Hook with
        {
            Description = "d",
            Method = HttpMethod.Put,
            Format = WebhookFormat.Form,
            Status = WebhookStatus.Inactive,
            Subscriptions = ["zen:event-type:user.created"],
            Authentication = WebhookAuthentication.Basic("u", "p"),
            CustomHeaders = new Dictionary<string, string> { ["X-A"] = "1" },
        }), One, "POST", "api/v2/webhooks",
            """{"webhook":{"name":"n","description":"d","status":"inactive","subscriptions":["zen:event-type:user.created"],"endpoint":"https://acme.example/hook?a=b","http_method":"PUT","request_format":"form_encoded","authentication":{"type":"basic_auth","data":{"username":"u","password":"p"},"add_position":"header"},"custom_headers":{"X-A":"1"}}}""");
        yield return OperationCase.Of("clone", client => client.Webhooks.CloneAsync("a&b"), One, "POST", "api/v2/webhooks?clone_webhook_id=a%26b");
        yield return OperationCase.Of("update", client => client.Webhooks.UpdateAsync(Id, new() { Name = "n", Description = null, Status = WebhookStatus.Inactive, Authentication = null }), "", "PATCH", $"api/v2/webhooks/{Id}",
            """{"webhook":{"name":"n","description":null,"status":"inactive","authentication":null}}""");
        yield return OperationCase.Of("update all", client => client.Webhooks.UpdateAsync(Id, new()
        {
            Endpoint = new("http://acme.example"),
            Method = HttpMethod.Get,
            Format = WebhookFormat.Xml,
            Subscriptions = [],
            Description = "d",
            Authentication = WebhookAuthentication.ApiKey("X-Key", "k"),
            CustomHeaders = new Dictionary<string, string>(),
        }), "", "PATCH", $"api/v2/webhooks/{Id}",
            """{"webhook":{"description":"d","subscriptions":[],"endpoint":"http://acme.example/","http_method":"GET","request_format":"xml","authentication":{"type":"api_key","data":{"name":"X-Key","value":"k"},"add_position":"header"},"custom_headers":{}}}""");
        yield return OperationCase.Of("delete", client => client.Webhooks.DeleteAsync(Id), "", "DELETE", $"api/v2/webhooks/{Id}");
        yield return OperationCase.Of("secret", client => client.Webhooks.GetSigningSecretAsync(Id), Secret, "GET", $"api/v2/webhooks/{Id}/signing_secret");
        yield return OperationCase.Of("reset", client => client.Webhooks.ResetSigningSecretAsync(Id), Secret, "POST", $"api/v2/webhooks/{Id}/signing_secret");
        yield return OperationCase.Of("test", client => client.Webhooks.TestAsync(Id), """{"response":{}}""", "POST", $"api/v2/webhooks/test?webhook_id={Id}", """{"request":{}}""");
        yield return OperationCase.Of("test with a body", client => client.Webhooks.TestAsync(Id, """{"a":1}"""), """{"response":{}}""", "POST", $"api/v2/webhooks/test?webhook_id={Id}", """{"request":{"payload":"{\"a\":1}"}}""");
        yield return OperationCase.Of("test before", client => client.Webhooks.TestAsync(Hook with { Authentication = WebhookAuthentication.Bearer("t") }, "x"), """{"response":{}}""", "POST", "api/v2/webhooks/test",
            """{"request":{"endpoint":"https://acme.example/hook?a=b","http_method":"POST","request_format":"json","authentication":{"type":"bearer_token","data":{"token":"t"},"add_position":"header"},"payload":"x"}}""");
        yield return OperationCase.Of("invocations", client => client.Webhooks.ListInvocationsAsync(Id, status: "circuit broken").CollectAsync(), """{"invocations":[],"meta":{"has_more":false}}""", "GET",
            $"api/v2/webhooks/{Id}/invocations?filter%5Bstatus%5D=circuit%20broken&page%5Bsize%5D=100");
        yield return OperationCase.Of("invocation page", client => client.Webhooks.ListInvocationsPageAsync(Id, new() { Sort = "-latest_completed_at" }), """{"invocations":[]}""", "GET",
            $"api/v2/webhooks/{Id}/invocations?page%5Bsize%5D=100&sort=-latest_completed_at");
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return OperationCase.Refused("no id", client => client.Webhooks.GetAsync(" "));
        yield return OperationCase.Refused("an id above", client => client.Webhooks.DeleteAsync(".."));
        yield return OperationCase.Refused("no id to clone", client => client.Webhooks.CloneAsync(""));
        yield return OperationCase.Refused("no id to test", client => client.Webhooks.TestAsync(""));
        yield return OperationCase.Refused("no change", client => client.Webhooks.UpdateAsync(Id, new()));
        yield return OperationCase.Refused("no name", client => client.Webhooks.CreateAsync(Hook with { Name = " " }));
        yield return OperationCase.Refused("no event", client => client.Webhooks.CreateAsync(Hook with { Subscriptions = [] }));
        yield return OperationCase.Refused("a file", client => client.Webhooks.CreateAsync(Hook with { Endpoint = new("file:///etc/passwd") }));
        yield return OperationCase.Refused("half an address", client => client.Webhooks.UpdateAsync(Id, new() { Endpoint = new("/hook", UriKind.Relative) }));
        yield return OperationCase.Refused("no password", client => client.Webhooks.CreateAsync(Hook with { Authentication = WebhookAuthentication.Basic("u", "") }));
        yield return OperationCase.Refused("no header", client => client.Webhooks.CreateAsync(Hook with { Authentication = WebhookAuthentication.ApiKey(" ", "k") }));
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body) => OperationCase.AsksAsync(call, answer, method, path, body);

    [TestCaseSource(nameof(Refused))]
    public void What_Zendesk_would_refuse_is_not_sent(Func<ZendeskClient, Task> call) => OperationCase.IsNotSent(call);

    [Test]
    public async Task Every_member_of_a_webhook_is_read()
    {
        using var service = StubService.Json("""
            {"webhook":{"id":"01EJ","name":"n","description":"d","endpoint":"https://acme.example","http_method":"POST","request_format":"json","status":"active","subscriptions":["conditional_ticket_events"],
            "authentication":{"type":"basic_auth","data":{"username":"u","x":1},"add_position":"header"},"custom_headers":{"X-A":"1","X-B":2},"signing_secret":{"algorithm":"SHA256","secret":"s3cret","x":1},
            "external_source":{"type":"zendesk_app","data":{"app_id":"1"}},"created_at":"2020-10-20T08:16:28Z","created_by":"1234567","updated_at":"2020-10-21T08:16:28Z","updated_by":-1}}
            """);

        var webhook = await service.Client().KeepingUnknownMembers().Webhooks.GetAsync("01EJ");

        Assert.That((webhook.Id, webhook.Name, webhook.Description, webhook.Endpoint, webhook.Method), Is.EqualTo(("01EJ", "n", "d", "https://acme.example", "POST")));
        Assert.That((webhook.Format, webhook.Status, webhook.Subscriptions[0]), Is.EqualTo((WebhookFormat.Json, WebhookStatus.Active, "conditional_ticket_events")));
        Assert.That((webhook.Authentication!.Type, webhook.Authentication.UserName, webhook.Authentication.Secret), Is.EqualTo(("basic_auth", "u", (SecretValue?)null)));
        Assert.That(webhook.CustomHeaders, Is.EqualTo(new Dictionary<string, string> { ["X-A"] = "1" }));
        Assert.That(webhook.SigningSecret, Is.EqualTo(new WebhookSigningSecret("s3cret", "SHA256")));
        Assert.That(webhook.ExternalSource["data"].GetProperty("app_id").GetString(), Is.EqualTo("1"));
        Assert.That((webhook.CreatedById, webhook.UpdatedById), Is.EqualTo((1234567L, -1L)));
        Assert.That((webhook.CreatedAt, webhook.UpdatedAt), Is.EqualTo((new DateTimeOffset(2020, 10, 20, 8, 16, 28, TimeSpan.Zero), new DateTimeOffset(2020, 10, 21, 8, 16, 28, TimeSpan.Zero))));
        Assert.That(webhook.AdditionalProperties, Is.Empty, "All of them have properties.");
    }

    [Test]
    public async Task A_webhook_may_say_little()
    {
        using var service = StubService.Json("""{"webhook":{"id":"1","authentication":{"type":"bearer_token"},"signing_secret":{},"custom_headers":null,"external_source":null,"data":[]}}""");

        var webhook = await service.Client().Webhooks.GetAsync("1");

        Assert.That((webhook.Authentication!.Type, webhook.SigningSecret, webhook.CustomHeaders, webhook.Status), Is.EqualTo(("bearer_token", (WebhookSigningSecret?)null, (object?)null, (WebhookStatus?)null)));
        Assert.That(webhook.ExternalSource, Is.Empty);
    }

    [Test]
    public async Task No_secret_of_a_webhook_is_told_by_its_text()
    {
        using var service = StubService.Json("""{"webhook":{"id":"1","signing_secret":{"secret":"s3cret"}}}""");

        var webhook = await service.Client().Webhooks.GetAsync("1");

        Assert.That($"{webhook} {webhook.SigningSecret}", Does.Not.Contain("s3cret"));
        Assert.That($"{Hook with { Authentication = WebhookAuthentication.Basic("u", "s3cret") }} {WebhookAuthentication.Bearer("s3cret")} {WebhookAuthentication.ApiKey("h", "s3cret")}", Does.Not.Contain("s3cret"));
    }

    [Test]
    public async Task The_answer_of_the_endpoint_and_the_calls_are_read()
    {
        using var tested = StubService.Json("""{"response":{"status":200,"payload":"ok","headers":[{"key":"a","value":"b"}]}}""");
        using var called = StubService.Json("""{"invocations":[{"id":"i","status":"success","latest_completed_at":"2020-11-18T05:22:17.000Z"}],"meta":{"has_more":false}}""");

        Assert.That(await tested.Client().Webhooks.TestAsync("1"), Is.EqualTo(new WebhookTestResult(200, "ok")));
        Assert.That((await called.Client().Webhooks.ListInvocationsAsync("1").CollectAsync())[0], Is.EqualTo(new WebhookInvocation { Id = "i", Status = "success", LatestCompletedAt = new(2020, 11, 18, 5, 22, 17, TimeSpan.Zero) }));
    }

    [Test]
    public void An_answer_without_the_secret_is_an_error()
    {
        using var service = StubService.Json("""{"signing_secret":{"secret":""}}""");

        Assert.That(() => service.Client().Webhooks.GetSigningSecretAsync("1"), Throws.InstanceOf<ZendeskException>().With.Property("Kind").EqualTo(ZendeskErrorKind.UnexpectedAnswer));
    }
}
