using System.Text;
using AuthProfiles.LiveTests.Infrastructure;
using AuthProfiles.Zendesk;

namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>What the tests of all families share: a client of the official description as a server, and what it must say.</summary>
public abstract class ContractTests
{
    private ContractHandler _contract = null!;
    private HttpClient _http = null!;

    private protected ZendeskClient Client { get; private set; } = null!;

    [OneTimeSetUp]
    public void Connect()
    {
        var address = LiveEnvironment.Require(LiveEnvironment.Zendesk);
        _contract = new ContractHandler();
        _http = new HttpClient(_contract) { BaseAddress = address };
        Client = new ZendeskClient(_http);
    }

    [OneTimeTearDown]
    public void Disconnect()
    {
        _http?.Dispose();
        _contract?.Dispose();
    }

    /// <summary>A case of an operation; <paramref name="prefer"/> asks for one of the description's examples.</summary>
    private protected static TestCaseData Of(string name, Func<ZendeskClient, Task> call, string? prefer = null) => new(call, prefer) { TestName = "{m}(" + name + ")" };

    /// <summary>A case of a request that the description does not allow.</summary>
    private protected static TestCaseData<string, string, string?> Bad(string name, string method, string path, string? body) => new(method, path, body) { TestName = "{m}(" + name + ")" };

    private protected static async Task FirstAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var item in items)
        {
            Assert.That(item, Is.Not.Null);
            return;
        }

        Assert.Fail("The list is empty.");
    }

    private protected void Prefer(string? prefer) => _contract.Prefer = prefer;

    private protected async Task IsTakenAsync(Func<ZendeskClient, Task> call, string? prefer)
    {
        Prefer(prefer);
        try
        {
            await call(Client);
        }
        catch (ZendeskException error)
        {
            Assert.Fail($"{error.Message} {_contract.Violations}");
        }

        Assert.That(_contract.Violations, Is.Empty);
    }

    private protected async Task IsRefusedAsync(string method, string path, string? body)
    {
        Prefer(null);
        using var request = new HttpRequestMessage(new HttpMethod(method), $"api/v2/{path}");
        request.Content = body is null ? null : new StringContent(body, Encoding.UTF8, "application/json");

        using var response = await Client.SendAsync(request);

        Assert.That((int)response.StatusCode, Is.InRange(400, 499), _contract.Violations);
        await TestContext.Out.WriteLineAsync($"{(int)response.StatusCode} {_contract.Violations}");
    }
}
