using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>Listing the connections of a store that fails or hangs.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class StoreWalkTests : IDisposable
{
    private readonly CancellationTokenSource _caller = new();
    private readonly WatchedStore _store = new();
    private readonly Halt _halt = new();
    private int _ended;

    [TearDown]
    public void Dispose() => _caller.Dispose();

    [Test]
    [Category("I10")]
    public async Task A_caller_that_gives_up_while_the_store_hangs_is_told_so_and_the_walk_ends_when_the_store_goes_on([Values] bool isFailing)
    {
        _store.List = () => HangAsync(isFailing);
        var listing = ListAsync();
        await _halt.Reached;

        await _caller.CancelAsync();

        Assert.That(await Assert.CatchAsync(() => listing), Is.InstanceOf<OperationCanceledException>());
        Assert.That(Volatile.Read(ref _ended), Is.Zero);
        _halt.Release();
        await Eventually.HoldsAsync(() => Volatile.Read(ref _ended) == 1);
    }

    [Test]
    public async Task A_caller_that_has_seen_enough_ends_the_walk()
    {
        _store.List = () => HangAsync(isFailing: false);

        Assert.That(await ListAsync(most: 1), Is.EqualTo(new[] { "acme" }));
        Assert.That(_ended, Is.EqualTo(1));
    }

    [TestCase("first")]
    [TestCase("next")]
    [TestCase("end")]
    [Category("I9")]
    public async Task Whatever_a_store_throws_is_told_as_its_failure(string step)
    {
        _store.List = () => step == "first" ? throw new IOException("canary") : FailAsync(step);

        var error = await Assert.CatchAsync<AuthorizationException>(() => ListAsync(most: step == "end" ? 1 : 2));

        Assert.That((error!.Kind, error.Message), Is.EqualTo((AuthorizationErrorKind.StoreFailure, "orders: the connection store failed with IOException.")));
    }

    private static async IAsyncEnumerable<ConnectionKey> FailAsync(string step)
    {
        try
        {
            yield return new("orders", "acme");
            await Task.Yield();
            ThrowIf(step == "next");
        }
        finally
        {
            ThrowIf(step == "end");
        }
    }

    private static void ThrowIf(bool isFailing)
    {
        if (isFailing)
        {
            throw new IOException("canary");
        }
    }

    private async IAsyncEnumerable<ConnectionKey> HangAsync(bool isFailing)
    {
        try
        {
            yield return new("orders", "acme");
            await _halt.HoldAsync();
            ThrowIf(isFailing);
            yield return new("orders", "globex");
        }
        finally
        {
            Interlocked.Increment(ref _ended);
        }
    }

    private async Task<IReadOnlyList<string?>> ListAsync(int most = int.MaxValue)
    {
        using var source = new CredentialSource(
            new TraitProfile(new() { AuthorizationType = "Orders" }),
            new(static () => throw new InvalidOperationException("No token client here."), new ManualTime(), _store));
        var listed = new List<string?>();
        await foreach (var name in new ConnectionEditor(source).ListAsync(_caller.Token))
        {
            listed.Add(name.Tenant);
            if (listed.Count == most)
            {
                break;
            }
        }

        return listed;
    }
}
