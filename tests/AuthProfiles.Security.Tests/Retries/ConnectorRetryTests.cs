using AuthProfiles.AzureOpenAI;
using AuthProfiles.Zendesk;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Security.Tests.Retries;

/// <summary>The connectors' calls and every failure: a completion is paid for once, a comment is written once, and what is safe is sent again.</summary>
[Category("Retries")]
[CancelAfter(60_000)]
public sealed class ConnectorRetryTests
{
    [TestCaseSource(typeof(RetryTable), nameof(RetryTable.Calls))]
    public async Task A_call_has_the_attempts_and_the_effects_that_the_table_says(string failure, IReadOnlyDictionary<string, string> expected)
    {
        foreach (var (call, cell) in expected)
        {
            await using var server = new FaultServer(failure);
            var clock = new ImpatientClock();
            await using var services = Services(server, clock);

            await MakeAsync(call, services, server, clock, failure);

            // What comes again under a key that the service knows is carried out once.
            var effects = server.CarriedOut.DistinctBy(static message => message.All("Idempotency-Key") is [var key] ? key : (object)message, EqualityComparer<object>.Default).Count();
            Assert.That($"{server.Attempts}/{effects}", Is.EqualTo(cell), $"{call} after {failure}");
        }
    }

    private static async Task MakeAsync(string call, ServiceProvider services, FaultServer server, ImpatientClock clock, string failure)
    {
        var calling = ConnectorCalls.MakeAsync(call, services);
        if (failure == "timeout")
        {
            await Task.WhenAny(server.Hangs, calling);
            clock.RunOut();
        }

        try
        {
            await calling;
        }
        catch (Exception error) when (error is HttpRequestException or AzureOpenAIException or ZendeskException or AuthorizationException)
        {
            // The answers are empty, and what came of the call is told by the server's count.
        }
    }

    private static ServiceProvider Services(FaultServer server, TimeProvider clock)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        services.AddAzureOpenAI("assistant", options =>
        {
            (options.Endpoint, options.ApiKey) = (server.Address.AbsoluteUri, "k");
            (options.ChatDeployment, options.EmbeddingDeployment) = ("gpt", "embed");
        });
        services.AddZendesk("support", options => (options.BaseUrl, options.Token) = (server.Address.AbsoluteUri, "k"));
        services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(server.CreateHandler));
        return services.BuildServiceProvider();
    }
}
