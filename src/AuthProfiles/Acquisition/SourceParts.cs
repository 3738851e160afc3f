using AuthProfiles.Diagnostics;

namespace AuthProfiles.Acquisition;

/// <summary>What a source is made of. It is put together when the source is first used: most of ten thousand profiles may never be.</summary>
internal sealed class SourceParts : IDisposable
{
    private readonly CancellationTokenSource _disposal = new();

    public SourceParts(IAuthorizationProfile profile, SourceEnvironment environment)
    {
        var disposal = _disposal.Token;
        var definition = profile.Definition;
        var store = new GuardedStore(definition, environment.Store);
        var rules = new RenewalRules(environment.Clock);
        Log = new(environment.Logger, definition.Name);
        Meter = new(environment.Meter, definition.Name, definition.AuthorizationType);
        Finder = new(definition, store, environment);
        var maker = new CredentialMaker(profile, environment, rules);
        Keeper = new(profile, store, Finder, maker, environment);
        IAcquisition acquisition = definition.Traits.KeepsGrant
            ? new KeptGrantAcquisition(definition, store, Finder, maker, Keeper, new(definition, store, environment), environment.Clock, disposal)
            : new PlainAcquisition(maker, Finder);
        Renewal = new(new Flights(new StoreLook(store, acquisition, environment.Clock), definition, environment, rules, Meter, disposal), Finder, maker, rules, environment.Clock);
    }

    public CredentialLog Log { get; }

    public ProfileMeter Meter { get; }

    public ConnectionFinder Finder { get; }

    public GrantKeeper Keeper { get; }

    public Renewal Renewal { get; }

    /// <summary>Ends the acquisitions under way, and those to come.</summary>
    public void Dispose()
    {
        if (!_disposal.IsCancellationRequested)
        {
            _disposal.Cancel();
            _disposal.Dispose();
        }
    }
}
