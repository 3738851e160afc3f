using System.Net.Http.Json;

namespace AuthProfiles.LiveTests.Infrastructure;

/// <summary>Tests against the real authorization server. It is one for all, with counters and levers, so they run one after another.</summary>
[NonParallelizable]
[Category("Live")]
public abstract class IdpTests
{
    private Idp? _idp;

    private protected Idp Idp => _idp!;

    [OneTimeSetUp]
    public async Task FindAsync() => _idp = await Idp.FindAsync();

    [SetUp]
    public Task ResetAsync() => Idp.ResetAsync();

    [OneTimeTearDown]
    public void Leave() => _idp?.Dispose();

    /// <summary>Calls the resource, which must take the call.</summary>
    private protected static async Task<ApiAnswer> CallAsync(HttpClient client)
    {
        using var response = await client.GetAsync("items");
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<ApiAnswer>())!;
    }
}
