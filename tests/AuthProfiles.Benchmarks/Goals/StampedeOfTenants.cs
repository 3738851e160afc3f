using System.Diagnostics;
using System.Net;
using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;

namespace AuthProfiles.Benchmarks.Goals;

/// <summary>G5, its other parts: tenants do not wait for each other, whoever gives up ends nothing, and a failure is one for all who wait.</summary>
internal sealed class StampedeOfTenants : IGoal
{
    private const int Tenants = 100;
    private const int Callers = 100;

    private static readonly Uri Address = new(Sources.Address + "items");
    private static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(50);

    public string Id => "G5";

    public async Task<IReadOnlyList<Row>> MeasureAsync()
    {
        await RunAsync(new TokenService(Delay), Tenants, Callers);
        return [await MeasureTenantsAsync(), await MeasureFirstGivesUpAsync(), await MeasureRefusalAsync(), await MeasureOutageAsync()];
    }

    private async Task<Row> MeasureTenantsAsync()
    {
        using var tokens = new TokenService(Delay);
        var run = await RunAsync(tokens, Tenants, Callers);
        return Row($"{Tenants} tenants, {Callers} cold callers each", run, Check.Count(tokens.Requests, Tenants, "token requests"), Check.Count(run.Answered, Tenants * Callers, "calls answered"));
    }

    private async Task<Row> MeasureFirstGivesUpAsync()
    {
        using var tokens = new TokenService(Delay);
        var run = await RunAsync(tokens, tenants: 1, Callers, givesUp: true);
        return Row($"{Callers} cold callers, the first gives up", run, Check.Count(tokens.Requests, 1, "token requests"), Check.Count(run.Answered, Callers - 1, "calls answered"));
    }

    private async Task<Row> MeasureRefusalAsync()
    {
        using var tokens = new TokenService(Delay) { Failure = HttpStatusCode.Unauthorized };
        var run = await RunAsync(tokens, tenants: 1, Callers);
        return Row($"{Callers} cold callers, the endpoint refuses", run, Check.Count(tokens.Requests, 1, "token requests"), Check.Count(run.Refused, Callers, "calls told so"));
    }

    // A failure that may pass is tried again: all who wait share these requests as well.
    private async Task<Row> MeasureOutageAsync()
    {
        using var alone = new TokenService(Delay) { Failure = HttpStatusCode.ServiceUnavailable };
        using var tokens = new TokenService(Delay) { Failure = HttpStatusCode.ServiceUnavailable };
        await RunAsync(alone, tenants: 1, callers: 1);
        var run = await RunAsync(tokens, tenants: 1, Callers);
        return Row($"{Callers} cold callers, the endpoint is down", run, Check.Count(tokens.Requests, alone.Requests, "token requests, as many as one caller's"), Check.Count(run.Refused, Callers, "calls told so"));
    }

    private Row Row(string name, Run run, params IReadOnlyList<Check> checks) => new(Id, name + ", per caller", run.Nanoseconds, Ratio: null, Bytes: null, checks);

    private static async Task<Run> RunAsync(TokenService tokens, int tenants, int callers, bool givesUp = false)
    {
        using var source = Sources.Make(tokens);
        using var client = new HttpClient(new CredentialHandler(source, binding: null) { InnerHandler = new CompletedPrimary() });
        using var patience = new CancellationTokenSource();
        var calls = new Task<bool>[tenants * callers];
        var start = Stopwatch.GetTimestamp();
        for (var i = 0; i < calls.Length; i++)
        {
            calls[i] = IsAnsweredAsync(client, $"tenant-{i % tenants}", givesUp && i == 0 ? patience.Token : CancellationToken.None);
        }

        await patience.CancelAsync();
        await ((Task)Task.WhenAll(calls)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        var elapsed = Stopwatch.GetElapsedTime(start);
        return new(
            calls.Count(static call => call.IsCompletedSuccessfully && call.Result),
            calls.Count(static call => call.Exception?.InnerException is AuthorizationException),
            elapsed.TotalNanoseconds / calls.Length);
    }

    private static async Task<bool> IsAnsweredAsync(HttpClient client, string tenant, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address).For(tenant);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        return response.IsSuccessStatusCode;
    }

    private sealed record Run(int Answered, int Refused, double Nanoseconds);
}
