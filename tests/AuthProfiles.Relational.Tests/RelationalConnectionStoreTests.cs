using System.Globalization;
using AuthProfiles.Relational.Tests.Infrastructure;
using AuthProfiles.StoreContract;

namespace AuthProfiles.Relational.Tests;

[TestFixture]
public sealed class RelationalConnectionStoreTests : ConnectionStoreContract
{
    // How often a lease of a minute is extended.
    private static readonly TimeSpan Third = TimeSpan.FromSeconds(20);

    private TestDatabase? _database;
    private Testing.WatchedClock? _clock;

    [SetUp]
    public async Task CreateAsync() => _database = await TestDatabase.CreateAsync();

    [TearDown]
    public async Task DropAsync()
    {
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }

    // A pool of its own, as another process has.
    protected override ValueTask<IConnectionStore> OpenAsync() => new(_database!.Store(_database.Open(), _clock = new(_database.Clock, Third)));

    // The database's clock can't be moved, so the leases' ends are; that of the stores is, until a holder that lives has extended its lease.
    protected override async ValueTask LiveAsync(TimeSpan time)
    {
        await _database!.RunAsync($"UPDATE authprofiles_leases SET lasts_until = lasts_until - interval '{time.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)} milliseconds'");
        await _clock!.WaitedAsync();
        _database.Clock.Advance(Third);
        await _clock.WaitedAsync();
    }
}
