using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.OAuthTokens;

[TestFixture]
public sealed class OAuthAdminClientTests
{
    private const string Token = """{"token":{"id":1}}""";
    private const string Client = """{"client":{"id":1}}""";

    private static NewOAuthClient App => new() { Name = "n", Identifier = "i" };

    private static IEnumerable<TestCaseData> Operations()
    {
        yield return OperationCase.Of("tokens", client => client.OAuth.Tokens.ListAsync().CollectAsync(), """{"tokens":[],"meta":{"has_more":false}}""", "GET", "api/v2/oauth/tokens?page%5Bsize%5D=100");
        yield return OperationCase.Of("token page", client => client.OAuth.Tokens.ListPageAsync(new() { PageSize = 2 }, new() { ClientId = 9_000_000_000_001, GlobalClientId = 2, OfAllUsers = true }), """{"tokens":[]}""", "GET",
            "api/v2/oauth/tokens?client_id=9000000000001&global_client_id=2&all=true&page%5Bsize%5D=2");
        yield return OperationCase.Of("token", client => client.OAuth.Tokens.GetAsync(1), Token, "GET", "api/v2/oauth/tokens/1");
        yield return OperationCase.Of("current token", client => client.OAuth.Tokens.GetCurrentAsync(), Token, "GET", "api/v2/oauth/tokens/current");
        yield return OperationCase.Of("create token", client => client.OAuth.Tokens.CreateAsync(1234, ["read", "tickets:write"]), Token, "POST", "api/v2/oauth/tokens", """{"token":{"client_id":1234,"scopes":["read","tickets:write"]}}""");
        yield return OperationCase.Of("revoke token", client => client.OAuth.Tokens.RevokeAsync(1), "", "DELETE", "api/v2/oauth/tokens/1");
        yield return OperationCase.Of("revoke current token", client => client.OAuth.Tokens.RevokeCurrentAsync(), "", "DELETE", "api/v2/oauth/tokens/current");
        yield return OperationCase.Of("clients", client => client.OAuth.Clients.ListAsync().CollectAsync(), """{"clients":[],"meta":{"has_more":false}}""", "GET", "api/v2/oauth/clients?page%5Bsize%5D=100");
        yield return OperationCase.Of("client page", client => client.OAuth.Clients.ListPageAsync(new() { PageSize = 2 }), """{"clients":[]}""", "GET", "api/v2/oauth/clients?page%5Bsize%5D=2");
        yield return OperationCase.Of("client", client => client.OAuth.Clients.GetAsync(1), Client, "GET", "api/v2/oauth/clients/1");
        yield return OperationCase.Of("create client", client => client.OAuth.Clients.CreateAsync(App with { Kind = "confidential", UserId = 29, RedirectUris = ["https://acme.example/back"], Company = "c", Description = "d" }), Client, "POST", "api/v2/oauth/clients",
            """{"client":{"name":"n","identifier":"i","kind":"confidential","user_id":29,"redirect_uri":["https://acme.example/back"],"company":"c","description":"d"}}""");
        yield return OperationCase.Of("update client", client => client.OAuth.Clients.UpdateAsync(1, new() { Name = "n", RedirectUris = [] }), Client, "PUT", "api/v2/oauth/clients/1", """{"client":{"name":"n","redirect_uri":[]}}""");
        yield return OperationCase.Of("delete client", client => client.OAuth.Clients.DeleteAsync(1), "", "DELETE", "api/v2/oauth/clients/1");
        yield return OperationCase.Of("new secret", client => client.OAuth.Clients.GenerateSecretAsync(1), Client, "PUT", "api/v2/oauth/clients/1/generate_secret");
        yield return OperationCase.Of("global clients", client => client.OAuth.ListGlobalClientsAsync().CollectAsync(), """{"global_clients":[],"meta":{"has_more":false}}""", "GET", "api/v2/oauth/global_clients?page%5Bsize%5D=100");
        yield return OperationCase.Of("global client page", client => client.OAuth.ListGlobalClientsPageAsync(new() { PageSize = 2 }), """{"global_clients":[]}""", "GET", "api/v2/oauth/global_clients?page%5Bsize%5D=2");
    }

    private static IEnumerable<TestCaseData> Refused()
    {
        yield return OperationCase.Refused("no client of a token", client => client.OAuth.Tokens.CreateAsync(0, ["read"]));
        yield return OperationCase.Refused("no scope", client => client.OAuth.Tokens.CreateAsync(1, []));
        yield return OperationCase.Refused("two scopes in one", client => client.OAuth.Tokens.CreateAsync(1, ["read write"]));
        yield return OperationCase.Refused("no name", client => client.OAuth.Clients.CreateAsync(App with { Name = " " }));
        yield return OperationCase.Refused("no identifier", client => client.OAuth.Clients.CreateAsync(App with { Identifier = "" }));
        yield return OperationCase.Refused("no change", client => client.OAuth.Clients.UpdateAsync(1, new()));
        yield return OperationCase.Refused("no token", client => client.OAuth.Tokens.RevokeAsync(0));
        yield return OperationCase.Refused("tokens of no client", client => client.OAuth.Tokens.ListAsync(filter: new() { ClientId = 0 }).CollectAsync());
        yield return OperationCase.Refused("tokens of no global client", client => client.OAuth.Tokens.ListAsync(filter: new() { GlobalClientId = -1 }).CollectAsync());
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_asks_for_what_it_says(Func<ZendeskClient, Task> call, string answer, string method, string path, string? body) => OperationCase.AsksAsync(call, answer, method, path, body);

    [TestCaseSource(nameof(Refused))]
    public void What_Zendesk_would_refuse_is_not_sent(Func<ZendeskClient, Task> call) => OperationCase.IsNotSent(call);

    [Test]
    public async Task Every_member_of_a_token_is_read_and_no_secret_told()
    {
        using var service = StubService.Json("""{"token":{"client_id":1234,"created_at":"2009-05-13T00:07:08Z","expires_at":"2011-07-22T00:11:12Z","id":223443,"refresh_token":"r3fresh","scopes":["read","write"],"token":"t0ken","url":"u","used_at":"2010-01-22T00:11:12Z","user_id":29}}""");

        var token = await service.Client().KeepingUnknownMembers().OAuth.Tokens.CreateAsync(1234, ["read", "write"]);

        Assert.That(token with { Scopes = [] }, Is.EqualTo(new OAuthToken
        {
            Id = 223443,
            ClientId = 1234,
            UserId = 29,
            Token = "t0ken",
            RefreshToken = "r3fresh",
            CreatedAt = new(2009, 5, 13, 0, 7, 8, TimeSpan.Zero),
            ExpiresAt = new(2011, 7, 22, 0, 11, 12, TimeSpan.Zero),
            UsedAt = new(2010, 1, 22, 0, 11, 12, TimeSpan.Zero),
            Url = "u",
        }));
        Assert.That(token.Scopes, Is.EqualTo(new[] { "read", "write" }));
        Assert.That(token.Token!.Reveal(), Is.EqualTo("t0ken"));
        Assert.That($"{token}", Does.Not.Contain("t0ken").And.Not.Contain("r3fresh").And.Contain("223443"));
    }

    [Test]
    public async Task Every_member_of_a_client_is_read_and_no_secret_told()
    {
        using var service = StubService.Json("""{"client":{"company":"Zendesk","created_at":"2009-05-13T00:07:08Z","description":"d","global":true,"id":223443,"identifier":"test_client","kind":"confidential","logo_url":"l","name":"Test Client","redirect_uri":["https://example.com/callback"],"secret":"s3cret","updated_at":"2011-07-22T00:11:12Z","url":"u","user_id":29}}""");

        var client = await service.Client().KeepingUnknownMembers().OAuth.Clients.GenerateSecretAsync(223443);

        Assert.That(client with { RedirectUris = [] }, Is.EqualTo(new OAuthClient
        {
            Id = 223443,
            Identifier = "test_client",
            Name = "Test Client",
            Secret = "s3cret",
            Kind = "confidential",
            Company = "Zendesk",
            Description = "d",
            IsGlobal = true,
            UserId = 29,
            LogoUrl = "l",
            CreatedAt = new(2009, 5, 13, 0, 7, 8, TimeSpan.Zero),
            UpdatedAt = new(2011, 7, 22, 0, 11, 12, TimeSpan.Zero),
            Url = "u",
        }));
        Assert.That(client.RedirectUris, Is.EqualTo(new[] { "https://example.com/callback" }));
        Assert.That($"{client}", Does.Not.Contain("s3cret").And.Contain("test_client"));
    }

    [Test]
    public async Task A_token_without_a_refresh_token_has_none()
    {
        using var service = StubService.Json("""{"token":{"id":1,"token":"af3345kdj3","refresh_token":null,"expires_at":null}}""");

        var token = await service.Client().OAuth.Tokens.GetCurrentAsync();

        Assert.That((token.RefreshToken, token.ExpiresAt), Is.EqualTo(((SecretValue?)null, (DateTimeOffset?)null)));
    }

    [Test]
    public async Task Global_clients_are_read()
    {
        using var service = StubService.Json("""{"global_clients":[{"id":223443,"name":"Stats Widget"}],"meta":{"has_more":false}}""");

        Assert.That(await service.Client().OAuth.ListGlobalClientsAsync().CollectAsync(), Is.EqualTo(new[] { new GlobalOAuthClient { Id = 223443, Name = "Stats Widget" } }));
    }

    [TestCase("secret", true)]
    [TestCase("current", true)]
    [TestCase("token", false)]
    public async Task What_is_another_thing_the_second_time_is_not_repeated_by_itself(string operation, bool isDenied)
    {
        using var handler = new MarkReader(Client);
        using var http = new HttpClient(handler) { BaseAddress = new("https://acme.zendesk.com/") };
        var admin = new ZendeskClient(http).OAuth;

        await (operation switch
        {
            "secret" => admin.Clients.GenerateSecretAsync(1),
            "current" => admin.Tokens.RevokeCurrentAsync(),
            _ => admin.Tokens.RevokeAsync(1),
        });

        Assert.That(handler.IsDenied, Is.EqualTo(isDenied));
    }

    /// <summary>Reads the mark that the core's handlers go by.</summary>
    private sealed class MarkReader(string answer) : HttpMessageHandler
    {
        public bool IsDenied { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            IsDenied = request.Options.TryGetValue(new HttpRequestOptionsKey<bool>("AuthProfiles.NotIdempotent"), out var denied) && denied;
            return Task.FromResult(StubService.JsonAnswer(answer));
        }
    }
}
