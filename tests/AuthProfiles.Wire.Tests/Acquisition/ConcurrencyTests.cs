using System.Collections.Concurrent;
using System.Net;
using AuthProfiles.Infrastructure;
using Microsoft.AspNetCore.Http;

namespace AuthProfiles.Acquisition;

public sealed class ConcurrencyTests
{
    private const int Callers = 500;

    [Test]
    [CancelAfter(120_000)]
    public async Task Cold_callers_share_one_token_request(CancellationToken cancellation)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var tokens = new TokenService { Gate = gate.Task };
        var authorizations = new ConcurrentQueue<string>();
        await using var service = await WireServer.StartAsync(tokens.Beside(context =>
        {
            authorizations.Enqueue(context.Request.Headers.Authorization.ToString());
            return Task.CompletedTask;
        }));
        await using var app = App.WithClientCredentials(service.Address);
        var client = app.CreateClient();

        var calls = Enumerable.Range(0, Callers).Select(number => client.GetAsync($"items/{number}", cancellation)).ToList();
        await tokens.Asked.WaitAsync(cancellation);
        gate.SetResult();
        await Task.WhenAll(calls);

        Assert.Multiple(() =>
        {
            Assert.That(calls.Select(call => call.Result.StatusCode), Has.All.EqualTo(HttpStatusCode.OK));
            Assert.That(authorizations, Has.Count.EqualTo(Callers).And.All.EqualTo("Bearer t1"));
            Assert.That(tokens.Requests, Is.EqualTo(1));
        });
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task Refused_callers_share_one_renewal(CancellationToken cancellation)
    {
        var tokens = new TokenService();
        var allRefused = new CountdownEvent(Callers);
        var refuse = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var service = await WireServer.StartAsync(tokens.Beside(async context =>
        {
            if (context.Request.Headers.Authorization == "Bearer t1" && context.Request.Path != "/warm")
            {
                // Nobody is refused before all have been sent with the first token.
                if (allRefused.Signal())
                {
                    refuse.SetResult();
                }

                await refuse.Task.WaitAsync(context.RequestAborted);
                context.Response.StatusCode = 401;
            }
        }));
        await using var app = App.WithClientCredentials(service.Address);
        var client = app.CreateClient();
        (await client.GetAsync("warm", cancellation)).Dispose();

        var calls = Enumerable.Range(0, Callers).Select(number => client.GetAsync($"items/{number}", cancellation)).ToList();
        await Task.WhenAll(calls);

        Assert.Multiple(() =>
        {
            Assert.That(calls.Select(call => call.Result.StatusCode), Has.All.EqualTo(HttpStatusCode.OK));
            Assert.That(tokens.Requests, Is.EqualTo(2));
        });
        allRefused.Dispose();
    }

    [Test]
    [CancelAfter(300_000)]
    public async Task Two_tenants_through_one_client_never_get_each_others_token(CancellationToken cancellation)
    {
        const int CallsOfEach = 2_000;
        var tokens = new TokenService();
        var mistakes = new ConcurrentQueue<string>();
        var served = new ConcurrentDictionary<string, int>(StringComparer.Ordinal);
        await using var service = await WireServer.StartAsync(tokens.Beside(context =>
        {
            var path = context.Request.Path.Value!;
            var tenant = path.Split('/')[1];
            var authorization = context.Request.Headers.Authorization.ToString();
            served.AddOrUpdate(tenant, 1, static (_, count) => count + 1);
            if (!authorization.StartsWith($"Bearer {tenant}t", StringComparison.Ordinal) || context.Request.Query["of"] != tenant)
            {
                mistakes.Enqueue($"{path} {authorization}");
            }

            return Task.CompletedTask;
        }));
        await using var app = new App(profiles => profiles.AddClientCredentials(App.Profile, options =>
        {
            App.Describe(options, service.Address + "{tenant}/", service.Address + "{tenant}/token");
            options.AllowAnyTenant = true;
        }));
        var client = app.CreateClient();

        await Parallel.ForEachAsync(Enumerable.Range(0, 2 * CallsOfEach), new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = cancellation }, async (number, token) =>
        {
            // By a view and by the request itself, in turn.
            var tenant = number % 2 == 0 ? "acme" : "globex";
            var address = $"items/{number}?of={tenant}";
            using var request = new HttpRequestMessage(HttpMethod.Get, address).For(tenant);
            using var response = number % 4 < 2 ? await client.For(tenant).GetAsync(address, token) : await client.SendAsync(request, token);
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        });

        Assert.Multiple(() =>
        {
            Assert.That(mistakes, Is.Empty);
            Assert.That(served, Is.EquivalentTo(new Dictionary<string, int> { ["acme"] = CallsOfEach, ["globex"] = CallsOfEach }));
            Assert.That(tokens.Requests, Is.EqualTo(2));
        });
    }
}
