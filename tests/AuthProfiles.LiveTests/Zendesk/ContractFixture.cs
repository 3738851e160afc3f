using System.Text;
using AuthProfiles.LiveTests.Infrastructure;
using AuthProfiles.Zendesk;

namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>A client at the official description as a server, and the two things that are asked of it.</summary>
public abstract class ContractFixture
{
    private ContractHandler _contract = null!;
    private HttpClient _http = null!;
    private ZendeskClient _client = null!;

    [OneTimeSetUp]
    public void Connect()
    {
        var address = LiveEnvironment.Require(LiveEnvironment.Zendesk);
        _contract = new ContractHandler();
        _http = new HttpClient(_contract) { BaseAddress = address };
        _client = new ZendeskClient(_http);
    }

    [OneTimeTearDown]
    public void Disconnect()
    {
        _http?.Dispose();
        _contract?.Dispose();
    }

    protected static TestCaseData Of(string name, Func<ZendeskClient, Task> call, string? prefer = null) => new(call, prefer) { TestName = "{m}(" + name + ")" };

    protected static TestCaseData<string, string, string?> Bad(string name, string method, string path, string? body) => new(method, path, body) { TestName = "{m}(" + name + ")" };

    /// <summary>Reads the first item of a list, which is all that a server without state can give without repeating itself.</summary>
    protected static async Task FirstAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
        {
            Assert.That(item, Is.Not.Null);
            return;
        }

        Assert.Fail("The list is empty.");
    }

    protected async Task IsTakenAsync(Func<ZendeskClient, Task> call, string? prefer)
    {
        _contract.Prefer = prefer;
        try
        {
            await call(_client);
        }
        catch (ZendeskException error)
        {
            Assert.Fail($"{error.Message} {_contract.Violations}");
        }

        Assert.That(_contract.Violations, Is.Empty);
    }

    protected async Task IsRefusedAsync(string method, string path, string? body)
    {
        _contract.Prefer = null;
        using var request = new HttpRequestMessage(new HttpMethod(method), $"api/v2/{path}");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await _client.SendAsync(request);

        Assert.That((int)response.StatusCode, Is.InRange(400, 499), _contract.Violations);
    }
}
