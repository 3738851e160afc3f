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

    // Leases end by the database's clock, which can't be moved: their ends are. The stores' clocks stand still, so that no holder extends them.
    protected override async ValueTask AdvanceAsync(TimeSpan by) =>
        await _database!.RunAsync($"UPDATE authprofiles_leases SET lasts_until = lasts_until - interval '{by.TotalMilliseconds.ToString(CultureInfo.InvariantCulture)} milliseconds'");
}
