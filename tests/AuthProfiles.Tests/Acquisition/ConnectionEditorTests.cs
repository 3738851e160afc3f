using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Testing;
using AuthProfiles.Tests.Infrastructure;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>What an owner does to a stored connection, while other processes renew it.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class ConnectionEditorTests
{
    private static readonly ConnectionName Mia = ConnectionName.Create("orders", "acme", "mia");
    private static readonly ConnectionKey Key = new("orders", "acme", "mia");

    private readonly ManualClock _clock = new();
    private readonly WatchedStore _store = new();

    [Test]
    public async Task An_adopted_connection_is_stored_and_served_from_then_on([Values] bool isFirst)
    {
        using var source = SourceOf();
        if (!isFirst)
        {
            await GiveAsync("old");
            await source.AcquireAsync(Mia, CancellationToken.None);
            Assert.That(source.TryGetWarm(Mia, out _), Is.True);
        }

        var (now, before) = await new ConnectionEditor(source).AdoptAsync(Connected("new"), ConnectionEvent.Authorized, CancellationToken.None);

        Assert.That(source.TryGetWarm(Mia, out _), Is.False);
        Assert.That((now.Inputs.Text(), before?.Inputs.Text()), Is.EqualTo(("key=new", isFirst ? null : "key=old")));
        Assert.That((await StoredAsync())!.Inputs.Text(), Is.EqualTo("key=new"));
    }

    [Test]
    public async Task What_an_owner_gives_goes_before_what_another_process_writes_meanwhile()
    {
        using var source = SourceOf();
        await GiveAsync("old");
        _store.BeforeWrite = _ =>
        {
            _store.BeforeWrite = static _ => Task.CompletedTask;
            return GiveAsync("meanwhile");
        };

        var (_, before) = await new ConnectionEditor(source).AdoptAsync(Connected("new"), ConnectionEvent.Authorized, CancellationToken.None);

        Assert.That(before!.Inputs.Text(), Is.EqualTo("key=meanwhile"));
        Assert.That((await StoredAsync())!.Inputs.Text(), Is.EqualTo("key=new"));
    }

    [Test]
    [Category("I10")]
    public async Task A_connection_that_changes_all_the_time_is_given_up_after_five_turns()
    {
        using var source = SourceOf();
        _store.BeforeWrite = _ => GiveAsync("meanwhile");

        var error = await Assert.CatchAsync<AuthorizationException>(() => new ConnectionEditor(source).AdoptAsync(Connected("new"), ConnectionEvent.Authorized, CancellationToken.None).AsTask());

        Assert.That((error!.Kind, error.IsTransient, error.Message), Is.EqualTo((
            AuthorizationErrorKind.StoreFailure, true, "orders for acme, user mia: the connection changes faster than it can be written: authorize it again.")));
        Assert.That(_store.Writes, Is.EqualTo(5));
    }

    [Test]
    public async Task A_deleted_connection_is_returned_with_what_it_had_and_is_forgotten()
    {
        using var source = SourceOf();
        await GiveAsync("old");
        await source.AcquireAsync(Mia, CancellationToken.None);

        var ended = await new ConnectionEditor(source).DeleteAsync(Mia, CancellationToken.None);

        Assert.That((ended!.Key, ended.Inputs.Text(), _store.Writes), Is.EqualTo((Key, "key=old", 1)));
        Assert.That(source.TryGetWarm(Mia, out _), Is.False);
        Assert.That(await StoredAsync(), Is.Null);
    }

    [Test]
    [Category("I7")]
    public async Task What_was_read_before_a_deletion_is_not_served_after_it()
    {
        using var source = SourceOf();
        await GiveAsync("old");
        var (finding, halt) = await ReadAsync(source);

        await new ConnectionEditor(source).DeleteAsync(Mia, CancellationToken.None);
        halt.Release();
        await finding;

        Assert.That(source.TryGetTarget(Mia, out _), Is.False);
        await Assert.ThatAsync(async () => await source.AcquireAsync(Mia, CancellationToken.None), Throws.TypeOf<AuthorizationRequiredException>());
    }

    [Test]
    [Category("I7")]
    public async Task What_was_read_before_an_owner_gave_something_else_is_not_served_after_it()
    {
        using var source = SourceOf();
        await GiveAsync("old");
        var (finding, halt) = await ReadAsync(source);

        await new ConnectionEditor(source).AdoptAsync(Connected("new"), ConnectionEvent.Authorized, CancellationToken.None);
        halt.Release();
        await finding;

        Assert.That((await source.GetTargetAsync(Mia, CancellationToken.None)).Values.Read("key")?.Reveal(), Is.EqualTo("new"));
    }

    [Test]
    public async Task Where_there_is_no_connection_none_is_deleted_and_nothing_is_written()
    {
        using var source = SourceOf();

        Assert.That(await new ConnectionEditor(source).DeleteAsync(Mia, CancellationToken.None), Is.Null);
        Assert.That(_store.Writes, Is.Zero);
    }

    [Test]
    public async Task Who_comes_second_with_a_deletion_has_deleted_nothing()
    {
        using var source = SourceOf();
        await GiveAsync("old");
        _store.BeforeDelete = async () => await _store.Inner.DeleteAsync(Key);

        Assert.That(await new ConnectionEditor(source).DeleteAsync(Mia, CancellationToken.None), Is.Null);
    }

    [Test]
    [Category("I8")]
    public async Task A_renewal_under_way_loses_against_a_deletion()
    {
        using var source = SourceOf();
        await GiveAsync("old");
        var (_, version) = (await _store.Inner.ReadAsync(Key))!;
        long? written = 0;
        _store.BeforeDelete = async () => written = await _store.Inner.TryWriteAsync(Connected("late"), version);

        await new ConnectionEditor(source).DeleteAsync(Mia, CancellationToken.None);

        Assert.That(written, Is.Null);
    }

    [Test]
    [Category("I10")]
    public async Task A_connection_that_changes_all_the_time_is_deleted_all_the_same()
    {
        using var source = SourceOf();
        await GiveAsync("old");
        _store.BeforeWrite = _ => GiveAsync("meanwhile");

        var ended = await new ConnectionEditor(source).DeleteAsync(Mia, CancellationToken.None);

        Assert.That((ended!.Inputs.Text(), _store.Writes), Is.EqualTo(("key=meanwhile", 5)));
        Assert.That(await StoredAsync(), Is.Null);
    }

    [Test]
    public async Task A_credential_is_forgotten_although_its_connection_could_not_be_deleted()
    {
        using var source = SourceOf();
        await GiveAsync("old");
        await source.AcquireAsync(Mia, CancellationToken.None);
        _store.BeforeDelete = static () => throw new IOException("Host=db;Password=canary");

        var error = await Assert.CatchAsync<AuthorizationException>(() => new ConnectionEditor(source).DeleteAsync(Mia, CancellationToken.None).AsTask());

        Assert.That((error!.Kind, error.Message), Is.EqualTo((AuthorizationErrorKind.StoreFailure, "orders for acme, user mia: the connection store failed with IOException.")));
        Assert.That(source.TryGetWarm(Mia, out _), Is.False);
    }

    [Test]
    public async Task The_connections_of_the_profile_are_listed_with_tenant_and_user()
    {
        using var source = SourceOf();
        await GiveAsync("old");
        await _store.Inner.TryWriteAsync(new() { Key = new("orders", null, "ben") }, 0);
        await _store.Inner.TryWriteAsync(new() { Key = new("others", "acme", "mia") }, 0);
        var listed = new List<ConnectionName>();

        await foreach (var name in new ConnectionEditor(source).ListAsync(CancellationToken.None))
        {
            listed.Add(name);
        }

        Assert.That(listed, Is.EquivalentTo(new[] { Mia, new ConnectionName(null, "ben") }));
    }

    [TestCase(false, "key=own")]
    [TestCase(true, "key=given region=eu")]
    public async Task What_settings_give_to_a_tenant_goes_before_what_it_has(bool isGiven, string expected)
    {
        using var source = SourceOf(isGiven ? Configured.By(("AuthProfiles:Profiles:orders:Connections:acme:Key", "given"), ("AuthProfiles:Profiles:orders:Connections:acme:Region", "eu")) : null);

        var values = await new ConnectionEditor(source).ValuesOfAsync(new() { Key = new("orders", "acme"), Inputs = GivenInputs.Of(("key", "own")) }, CancellationToken.None);

        Assert.That(values.Connection.Inputs.Text(), Is.EqualTo(expected));
    }

    [Test]
    [Category("I7")]
    public async Task The_id_of_an_app_in_the_settings_never_goes_with_the_secret_of_another()
    {
        using var source = SourceOf(Configured.By(("AuthProfiles:Profiles:orders:Connections:acme:ClientId", "given")));

        var values = await new ConnectionEditor(source).ValuesOfAsync(new() { Key = new("orders", "acme"), Inputs = GivenInputs.Of(("clientId", "own"), ("clientSecret", "s-own"), ("key", "own")) }, CancellationToken.None);

        Assert.That(values.Connection.Inputs.Text(), Is.EqualTo("clientId=given key=own"));
    }

    [Test]
    public async Task A_users_values_hold_what_its_tenant_has_for_its_users()
    {
        using var source = SourceOf();
        await _store.Inner.TryWriteAsync(new() { Key = new("orders", "acme"), Inputs = GivenInputs.Of(("clientId", "of-acme"), ("key", "of-acme")) }, 0);

        var values = await new ConnectionEditor(source).ValuesOfAsync(new() { Key = Key, Inputs = GivenInputs.Of(("region", "eu")) }, CancellationToken.None);

        Assert.That((values.Read("clientId")?.Reveal(), values.Read("key")?.Reveal(), values.Read("region")?.Reveal()), Is.EqualTo(("of-acme", (string?)null, "eu")));
    }

    [Test]
    public async Task A_request_for_a_connection_that_is_not_stored_yet_renews_nothing()
    {
        using var source = SourceOf();
        var editor = new ConnectionEditor(source);

        var request = editor.RequestFor(await editor.ValuesOfAsync(Connected("new"), CancellationToken.None));

        Assert.That((request.IsRenewal, request.Connection.Key), Is.EqualTo((false, Key)));
    }

    // A first request that has read its connection, and does not know it yet.
    private async Task<(Task Finding, Halt Halt)> ReadAsync(CredentialSource source)
    {
        var halt = new Halt();
        _store.AfterRead = halt.HoldAsync;
        var finding = source.GetTargetAsync(Mia, CancellationToken.None).AsTask();
        await halt.Reached;
        _store.AfterRead = static () => Task.CompletedTask;
        return (finding, halt);
    }

    private static Connection Connected(string key) => new() { Key = Key, Inputs = GivenInputs.Of(("key", key)) };

    private async Task GiveAsync(string key) => await _store.Inner.TryWriteAsync(Connected(key), (await _store.Inner.ReadAsync(Key))?.Version ?? 0);

    private async Task<Connection?> StoredAsync() => (await _store.Inner.ReadAsync(Key))?.Connection;

    private CredentialSource SourceOf(IConfiguration? settings = null) => new(
        new TraitProfile(new() { AuthorizationType = "Orders", Fields = [new("key"), new("region") { Optional = true, Secret = false }, new("clientId") { Optional = true, OfApplication = true }, new("clientSecret") { Optional = true, OfApplication = true }] }),
        new(static () => throw new InvalidOperationException("No token client here."), _clock, _store, settings));
}
