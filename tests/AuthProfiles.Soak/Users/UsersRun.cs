using System.Net;
using AuthProfiles.Soak.Reporting;
using AuthProfiles.Soak.Server;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Soak.Users;

/// <summary>Two users' calls through one client, all mixed up: the service sees whose token each of them carries.</summary>
internal sealed class UsersRun(int calls, int seed)
{
    private const int Callers = 16;

    private static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestAnswer = TimeSpan.FromMilliseconds(10);

    private readonly FaultList _faults = new();

    private TimeSpan Limit => TimeSpan.FromSeconds(30 + (calls / 200));

    public async Task<Verdict> RunAsync()
    {
        var began = TimeProvider.System.GetTimestamp();
        await using var server = await RotatingServer.StartAsync(Lifetime, LongestAnswer, seed);
        await using var services = await StartAsync(server);
        var http = services.GetRequiredService<IHttpClientFactory>().CreateClient(SoakProfile.Name);
        using var over = new CancellationTokenSource(Limit, TimeProvider.System);
        await Task.WhenAll(Deal().Select(hand => CallAsync(http, hand, over.Token)));
        Judge(server.Register);
        var took = TimeProvider.System.GetElapsedTime(began);
        return new(
            $"users, seed {seed}: 2 users, {calls} calls each in {Callers} hands, {server.Register.Calls(CallVerdict.Good)} with their own token, {server.Register.Calls(CallVerdict.Foreign)} with the other's, "
            + $"{server.Register.Calls(CallVerdict.Unknown)} with none that is known, {server.Register.Renewals} renewals, {took.TotalSeconds:0} s",
            _faults.All);
    }

    private static async Task<ServiceProvider> StartAsync(RotatingServer server)
    {
        var services = new ServiceCollection();
        services.AddAuthProfiles().AddAuthorizationCode(SoakProfile.Name, options => SoakProfile.Describe(options, server.Address.AbsoluteUri, "users"));
        services.AddHttpClient(SoakProfile.Name).AddAuthorizationProfile(SoakProfile.Name);
        var provider = services.BuildServiceProvider();
        var store = provider.GetRequiredService<IConnectionStore>();
        foreach (var user in SoakProfile.Users(2))
        {
            await store.TryWriteAsync(SoakProfile.Consented(user, server.Register.Begin(user), server.Address), expectedVersion: 0);
        }

        return provider;
    }

    // The calls of both users, shuffled and dealt out.
    private IEnumerable<string[]> Deal()
    {
        var all = SoakProfile.Users(2).SelectMany(user => Enumerable.Repeat(user, calls)).ToArray();
        new Random(seed).Shuffle(all);
        return all.Chunk((all.Length + Callers - 1) / Callers);
    }

    // Both ways to say whose call it is, in turn.
    private async Task CallAsync(HttpClient http, string[] users, CancellationToken over)
    {
        foreach (var (number, user) in users.Index())
        {
            try
            {
                var view = number % 2 == 0 ? http.For(user: user) : http;
                using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"use/{user}", UriKind.Relative));
                using var response = await view.SendAsync(number % 2 == 0 ? request : request.For(user: user), over);
                _faults.Require(response.StatusCode == HttpStatusCode.NoContent, $"a call of {user} was answered {(int)response.StatusCode}");
            }
            catch (Exception error) when (error is AuthorizationException or HttpRequestException or OperationCanceledException)
            {
                _faults.Add($"a call of {user} failed with {error.GetType().Name}: {error.Message}");
                if (over.IsCancellationRequested)
                {
                    return;
                }
            }
        }
    }

    private void Judge(FamilyRegister register)
    {
        _faults.Require(register.Calls(CallVerdict.Foreign) == 0, $"{register.Calls(CallVerdict.Foreign)} calls carried the other user's token");
        _faults.Require(register.Calls(CallVerdict.Unknown) == 0, $"{register.Calls(CallVerdict.Unknown)} calls carried no token, or one that nobody issued");
        _faults.Require(register.Calls(CallVerdict.Good) == 2L * calls, $"{register.Calls(CallVerdict.Good)} of {2L * calls} calls carried a good token");
        _faults.Require(register.Reuses.Count == 0, $"{register.Reuses.Count} families were lost");
    }
}
