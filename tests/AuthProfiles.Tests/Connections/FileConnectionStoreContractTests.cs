using AuthProfiles.StoreContract;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Connections;

/// <summary>What every store promises, by files; each opening is a store of its own, as in another process.</summary>
[TestFixture]
public sealed class FileConnectionStoreContractTests : ConnectionStoreContract
{
    private ManualTime _time = null!;
    private TemporaryFolder _folder = null!;

    [SetUp]
    public void Make() => (_folder, _time) = (new(), new());

    [TearDown]
    public void Remove() => _folder.Dispose();

    protected override ValueTask<IConnectionStore> OpenAsync() => new(new FileConnectionStore(_folder["store"], Rings.Sealer(), _time));

    protected override ValueTask LiveAsync(TimeSpan time)
    {
        _time.Advance(time);
        return default;
    }
}
