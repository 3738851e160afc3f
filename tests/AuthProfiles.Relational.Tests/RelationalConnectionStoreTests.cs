using System.Globalization;
using AuthProfiles.Relational.Tests.Infrastructure;
using AuthProfiles.StoreContract;

namespace AuthProfiles.Relational.Tests;

[TestFixture]
public sealed class RelationalConnectionStoreTests : ConnectionStoreContract
{
    private TestDatabase? _database;

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
    protected override ValueTask<IConnectionStore> OpenAsync() => new(_database!.Store(_database.Open()));

    // The database's clock can't be moved, so the leases' ends are; that of the stores is, until a holder that lives has extended its lease.
    protected override async ValueTask LiveAsync(TimeSpan time)
    {
        await _database!.RunAsync($"UPDATE authprofiles_leases SET lasts_until = lasts_until - interval '{time.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)} milliseconds'");
        _database.Clock.Advance(TimeSpan.FromSeconds(10));
        for (var i = 0; i < 150 && await _database.CountAsync("SELECT count(*) FROM authprofiles_leases WHERE lasts_until > clock_timestamp()") == 0; i++)
        {
            _database.Clock.Advance(TimeSpan.FromMilliseconds(100));
        }
    }
}
