using System.Collections.Immutable;
using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>What other processes do to a connection is seen within five minutes, and no request waits for the look.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class StoreLookTests
{
    private static readonly ConnectionName Mia = ConnectionName.Create("keyed", null, "mia");
    private static readonly ConnectionKey Key = new("keyed", null, "mia");
    private static readonly TimeSpan Later = TimeSpan.FromMinutes(6);

    private readonly ManualTime _clock = new();
    private readonly WatchedStore _store;

    public StoreLookTests() => _store = new();

    [Test]
    public async Task An_unchanged_connection_is_read_again_and_its_credential_goes_on()
    {
        await GiveAsync("one");
        using var source = SourceOf();
        var first = await source.AcquireAsync(Mia, CancellationToken.None);
        var reads = _store.Reads;
        _clock.Advance(Later);

        var second = await source.AcquireAsync(Mia, CancellationToken.None);
        await Eventually.HoldsAsync(() => _store.Reads == reads + 1 && source.TryGetWarm(Mia, out _));

        Assert.That(second, Is.SameAs(first));
    }

    [Test]
    public async Task A_token_is_not_asked_for_again_because_its_connection_was_looked_at()
    {
        await _store.TryWriteAsync(new() { Key = new("counted", null, "mia") }, 0);
        var profile = new CountingProfile();
        using var source = new CredentialSource(profile, new(static () => throw new InvalidOperationException("No token client here."), _clock, _store));
        await source.AcquireAsync(Mia, CancellationToken.None);
        var reads = _store.Reads;
        _clock.Advance(Later);

        await source.AcquireAsync(Mia, CancellationToken.None);
        await Eventually.HoldsAsync(() => _store.Reads == reads + 1 && source.TryGetWarm(Mia, out _));

        Assert.That(profile.Count, Is.EqualTo(1));
    }

    [Test]
    public async Task A_warm_call_never_touches_the_store()
    {
        await GiveAsync("one");
        using var source = SourceOf();
        await source.AcquireAsync(Mia, CancellationToken.None);
        var reads = _store.Reads;

        for (var call = 0; call < 1_000; call++)
        {
            await source.AcquireAsync(Mia, CancellationToken.None);
        }

        Assert.That(_store.Reads, Is.EqualTo(reads));
    }

    [Test]
    public async Task A_key_that_was_given_anew_elsewhere_is_used()
    {
        await GiveAsync("one");
        using var source = SourceOf();
        await source.AcquireAsync(Mia, CancellationToken.None);
        await GiveAsync("two");
        _clock.Advance(Later);

        await source.AcquireAsync(Mia, CancellationToken.None);

        await Eventually.HoldsAsync(async () => KeyOf(await source.AcquireAsync(Mia, CancellationToken.None)) == "two");
    }

    [Test]
    public async Task A_connection_that_was_ended_elsewhere_serves_no_longer()
    {
        await GiveAsync("one");
        using var source = SourceOf();
        await source.AcquireAsync(Mia, CancellationToken.None);
        await _store.Inner.DeleteAsync(Key);
        _clock.Advance(Later);

        await Eventually.HoldsAsync(async () => await IsRefusedAsync(source));
    }

    [Test]
    public async Task A_connection_that_was_ended_elsewhere_serves_no_synchronous_send_either()
    {
        await GiveAsync("one");
        using var source = SourceOf();
        await source.AcquireAsync(Mia, CancellationToken.None);
        await _store.Inner.DeleteAsync(Key);
        _clock.Advance(Later);

        await Eventually.HoldsAsync(() => source.AcquireAtOnce(Mia) is null);
    }

    [Test]
    public async Task A_synchronous_send_waits_for_no_look()
    {
        await GiveAsync("one");
        using var source = SourceOf();
        await source.AcquireAsync(Mia, CancellationToken.None);
        var reads = _store.Reads;
        var reading = new TaskCompletionSource();
        _store.BeforeRead = () => reading.Task;
        _clock.Advance(Later);

        Assert.That(KeyOf(source.AcquireAtOnce(Mia)!), Is.EqualTo("one"));
        await Eventually.HoldsAsync(() => _store.Reads == reads + 1);
        Assert.That(KeyOf(source.AcquireAtOnce(Mia)!), Is.EqualTo("one"));
        reading.SetResult();
        await Eventually.HoldsAsync(() => source.TryGetWarm(Mia, out _));
    }

    [Test]
    public async Task A_connection_that_was_ended_elsewhere_and_given_anew_serves_again()
    {
        await GiveAsync("one");
        using var source = SourceOf();
        await source.AcquireAsync(Mia, CancellationToken.None);
        await _store.Inner.DeleteAsync(Key);
        _clock.Advance(Later);
        await Eventually.HoldsAsync(async () => await IsRefusedAsync(source));
        await GiveAsync("two");
        _clock.Advance(TimeSpan.FromSeconds(3));

        Assert.That(KeyOf(await source.AcquireAsync(Mia, CancellationToken.None)), Is.EqualTo("two"));
    }

    [Test]
    [Category("I9")]
    public async Task A_credential_that_is_good_serves_where_the_store_can_not_be_read()
    {
        await GiveAsync("one");
        using var source = SourceOf();
        await source.AcquireAsync(Mia, CancellationToken.None);
        _store.BeforeRead = static () => throw new IOException();
        var reads = _store.Reads;
        _clock.Advance(Later);

        await source.AcquireAsync(Mia, CancellationToken.None);
        await Eventually.HoldsAsync(() => _store.Reads > reads);

        Assert.That(KeyOf(await source.AcquireAsync(Mia, CancellationToken.None)), Is.EqualTo("one"));
    }

    [TestCase("key", "https://api.example/")]
    [TestCase("region", "https://{{region}}.api.example/")]
    public async Task A_value_that_was_missing_and_is_given_elsewhere_is_used(string missing, string baseUrl)
    {
        var values = ImmutableDictionary<string, SecretValue>.Empty.Add("key", "one").Add("region", "eu");
        await _store.Inner.TryWriteAsync(new() { Key = Key, Inputs = values.Remove(missing) }, 0);
        var options = new ApiKeyOptions { BaseUrl = baseUrl };
        options.AdditionalFields.Add(new("region"));
        using var primary = new StubPrimary();
        using var http = Clients.Over(primary, new ApiKeyProfile("keyed", options), _clock, _store);
        Assert.That(async () => await http.For(user: "mia").GetAsync("x"), Throws.TypeOf<AuthorizationRequiredException>());

        await _store.Inner.TryWriteAsync(new() { Key = Key, Inputs = values }, 1);
        (await http.For(user: "mia").GetAsync("x")).Dispose();

        Assert.That(primary.Sent.Single()["x-api-key"], Is.EqualTo("one"));
    }

    private static string KeyOf(HeldCredential held) => held.Credential.Fields[0].Value.Reveal();

    private static async Task<bool> IsRefusedAsync(CredentialSource source)
    {
        try
        {
            await source.AcquireAsync(Mia, CancellationToken.None);
            return false;
        }
        catch (AuthorizationRequiredException)
        {
            return true;
        }
    }

    private async Task GiveAsync(string key)
    {
        var stored = await _store.Inner.ReadAsync(Key);
        await _store.Inner.TryWriteAsync(new() { Key = Key, Inputs = ImmutableDictionary<string, SecretValue>.Empty.Add("key", key) }, stored?.Version ?? 0);
    }

    private CredentialSource SourceOf() => new(new ApiKeyProfile("keyed", new() { BaseUrl = "https://api.example/" }), new(static () => throw new InvalidOperationException("No token client here."), _clock, _store));
}
