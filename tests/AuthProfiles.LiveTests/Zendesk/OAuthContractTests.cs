using AuthProfiles.Zendesk;

namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>The official description, as a server, takes every operation of the administration of OAuth, and refuses what it does not allow.</summary>
[TestFixture]
public sealed class OAuthContractTests : ContractTests
{
    private static IEnumerable<TestCaseData> Operations()
    {
        yield return Of("tokens", client => client.OAuth.Tokens.ListPageAsync(filter: new() { ClientId = 1, GlobalClientId = 2, OfAllUsers = true }), "example=cursor_first");
        yield return Of("first token", client => FirstAsync(client.OAuth.Tokens.ListAsync()), "example=cursor_last");
        yield return Of("token", client => client.OAuth.Tokens.GetAsync(1));
        yield return Of("current token", client => client.OAuth.Tokens.GetCurrentAsync());
        yield return Of("create token", client => client.OAuth.Tokens.CreateAsync(1, ["read"]));
        yield return Of("revoke token", client => client.OAuth.Tokens.RevokeAsync(1));
        yield return Of("revoke current token", client => client.OAuth.Tokens.RevokeCurrentAsync());
        yield return Of("clients", client => client.OAuth.Clients.ListPageAsync(), "example=cursor_first");
        yield return Of("first client", client => FirstAsync(client.OAuth.Clients.ListAsync()), "example=cursor_last");
        yield return Of("client", client => client.OAuth.Clients.GetAsync(1));
        yield return Of("create client", client => client.OAuth.Clients.CreateAsync(new() { Name = "n", Identifier = "i", RedirectUris = ["https://acme.example"] }));
        yield return Of("update client", client => client.OAuth.Clients.UpdateAsync(1, new() { Name = "n" }));
        yield return Of("delete client", client => client.OAuth.Clients.DeleteAsync(1));
        yield return Of("new secret", client => client.OAuth.Clients.GenerateSecretAsync(1));
        yield return Of("global clients", client => client.OAuth.ListGlobalClientsPageAsync());
        yield return Of("first global client", client => FirstAsync(client.OAuth.ListGlobalClientsAsync()), "example=cursor_last");
    }

    private static IEnumerable<TestCaseData<string, string, string?>> Refused()
    {
        yield return Bad("tokens of a word", "GET", "oauth/tokens?client_id=me", null);
        yield return Bad("tokens of maybe all", "GET", "oauth/tokens?all=maybe", null);
        yield return Bad("a client by its identifier", "GET", "oauth/clients/test_client", null);
        yield return Bad("a token by a word", "DELETE", "oauth/tokens/first", null);
    }

    [TestCaseSource(nameof(Operations))]
    public Task An_operation_is_taken_and_its_answer_is_read(Func<ZendeskClient, Task> call, string? prefer) => IsTakenAsync(call, prefer);

    [TestCaseSource(nameof(Refused))]
    public Task What_is_not_allowed_is_refused(string method, string path, string? body) => IsRefusedAsync(method, path, body);
}
