using AuthProfiles.StoreContract;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.Connections;

[TestFixture]
public sealed class InMemoryConnectionStoreTests : ConnectionStoreContract
{
    private ManualTime _time = null!;
    private InMemoryConnectionStore _store = null!;

    [SetUp]
    public void Make()
    {
        _time = new();
        _store = new();
    }

    protected override ValueTask<IConnectionStore> OpenAsync() => new(_store);

    protected override ValueTask LiveAsync(TimeSpan time)
    {
        _time.Advance(time);
        return default;
    }
}
