using System.Net;
using AuthProfiles.Infrastructure;
using Microsoft.AspNetCore.Http;

namespace AuthProfiles.Acquisition;

public sealed class CancellationTests
{
    private const int Callers = 200;

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [TestCase(4)]
    [TestCase(5)]
    [CancelAfter(120_000)]
    public async Task Callers_that_give_up_while_waiting_fail_nobody_else(int seed, CancellationToken cancellation)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var tokens = new TokenService { Gate = gate.Task };
        await using var service = await WireServer.StartAsync(tokens.Beside(Check("Bearer t1")));
        await using var app = App.WithClientCredentials(service.Address);
        var client = app.CreateClient();
        var random = new Random(seed);
        var callers = Enumerable.Range(0, Callers).Select(_ => CancellationTokenSource.CreateLinkedTokenSource(cancellation)).ToList();
        var patient = callers.Where(_ => random.Next(2) == 0).ToHashSet();

        var calls = callers.ToDictionary(caller => caller, caller => client.GetAsync("items", caller.Token));
        await tokens.Asked.WaitAsync(cancellation);
        foreach (var caller in callers.Where(caller => !patient.Contains(caller)).OrderBy(_ => random.Next()).ToList())
        {
            await caller.CancelAsync();
            await Assert.CatchAsync<OperationCanceledException>(() => calls[caller]);
        }

        gate.SetResult();
        foreach (var caller in patient)
        {
            using var response = await calls[caller];
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }

        Assert.That(tokens.Requests, Is.EqualTo(1));
        callers.ForEach(caller => caller.Dispose());
    }

    [Test]
    [CancelAfter(120_000)]
    public async Task A_token_that_every_waiter_gave_up_on_is_kept_for_the_next(CancellationToken cancellation)
    {
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var tokens = new TokenService { Gate = gate.Task };
        await using var service = await WireServer.StartAsync(tokens.Beside(Check("Bearer t1")));
        await using var app = App.WithClientCredentials(service.Address);
        var client = app.CreateClient();
        using var impatient = CancellationTokenSource.CreateLinkedTokenSource(cancellation);

        var calls = Enumerable.Range(0, Callers).Select(_ => client.GetAsync("items", impatient.Token)).ToList();
        await tokens.Asked.WaitAsync(cancellation);
        await impatient.CancelAsync();
        foreach (var call in calls)
        {
            await Assert.CatchAsync<OperationCanceledException>(() => call);
        }

        gate.SetResult();
        using var next = await client.GetAsync("items", cancellation);

        Assert.That((next.StatusCode, tokens.Requests), Is.EqualTo((HttpStatusCode.OK, 1)));
    }

    [TestCase(1)]
    [TestCase(2)]
    [TestCase(3)]
    [CancelAfter(120_000)]
    public async Task Callers_that_give_up_during_a_renewal_fail_nobody_else(int seed, CancellationToken cancellation)
    {
        var renewalAsked = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var gate = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var tokens = new TokenService();
        var service = await WireServer.StartAsync(async context =>
        {
            if (context.Request.Path == "/token" && tokens.Requests == 1)
            {
                renewalAsked.TrySetResult();
                await gate.Task.WaitAsync(context.RequestAborted);
            }

            await tokens.Beside(Check("Bearer t2"))(context);
        });
        await using var owned = service;
        await using var app = App.WithClientCredentials(service.Address);
        var client = app.CreateClient();
        var random = new Random(seed);
        var callers = Enumerable.Range(0, Callers).Select(_ => CancellationTokenSource.CreateLinkedTokenSource(cancellation)).ToList();
        var patient = callers.Where(_ => random.Next(2) == 0).ToHashSet();

        var calls = callers.ToDictionary(caller => caller, caller => client.GetAsync("items", caller.Token));
        await renewalAsked.Task.WaitAsync(cancellation);
        foreach (var caller in callers.Where(caller => !patient.Contains(caller)).OrderBy(_ => random.Next()).ToList())
        {
            await caller.CancelAsync();
            await Assert.CatchAsync<OperationCanceledException>(() => calls[caller]);
        }

        gate.SetResult();
        foreach (var caller in patient)
        {
            using var response = await calls[caller];
            Assert.That(response.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        }

        Assert.That(tokens.Requests, Is.EqualTo(2));
        callers.ForEach(caller => caller.Dispose());
    }

    private static RequestDelegate Check(string authorization) => context =>
    {
        context.Response.StatusCode = context.Request.Headers.Authorization == authorization ? 200 : 401;
        return Task.CompletedTask;
    };
}
