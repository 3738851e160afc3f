using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;
using AuthProfiles.Connections;
using AuthProfiles.DependencyInjection;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Benchmarks.Goals;

/// <summary>G15: ten thousand profiles, and ten thousand tenants of one, cost what ten times a thousand cost, and the first use of one costs the same among any number.</summary>
internal sealed class ManyProfiles : IGoal
{
    private const int Few = 1_000;
    private const int Many = 10_000;
    private const int VeryMany = 100_000;
    private const int FirstUses = 100;

    // Ten times as many, and a little for caches that are outgrown.
    private const double Linear = 12;
    private const double Flat = 2;
    private const double Listing = 2;

    public string Id => "G15";

    public Task<IReadOnlyList<Row>> MeasureAsync() => Task.FromResult<IReadOnlyList<Row>>(
    [
        .. MeasureDeclared(),
        MeasureMade(),
        .. MeasureListed("profiles", "AuthProfiles:Profiles", Containers.Profiles(Many), static services => Walk(services.GetRequiredService<ProfileTable>().Names)),
        MeasureLinear("profiles from settings made and validated", static size => AfterListing(Containers.Profiles(size), static services => Walk(services.GetRequiredService<ProfileTable>().Names), MakeAll)),
        .. MeasureListed("tenants", "AuthProfiles:Profiles:service:Connections", Containers.Tenants(Many), static services => FindAll(services, tenants: 1)),
        MeasureLinear("tenants of one profile from settings found", static size => AfterListing(Containers.Tenants(size), static services => FindAll(services, tenants: 1), services => FindAll(services, size))),
        .. MeasureFirstUse(),
    ]);

    private IReadOnlyList<Row> MeasureDeclared()
    {
        var measured = Shot.Measure(
            rounds: 9,
            new("10,000 options in a plain dictionary, built", static () => static () => Containers.DeclarePlainly(Many).Dispose()),
            new("10,000 profiles declared and built", static () => static () => Containers.Declare(Many).Dispose()));
        return [measured[0].Inform(Id), measured[1].Promise(Id, measured[0], 3)];
    }

    private Row MeasureMade()
    {
        var row = MeasureLinear("profiles from code made and validated; bytes kept by each", static size =>
        {
            var services = Containers.Declare(size);
            return () => MakeAll(services);
        });
        var kept = KeptByEach();
        return row with { Bytes = kept, Checks = [.. row.Checks, Check.Bytes(kept, 1_200)] };
    }

    private static double KeptByEach()
    {
        using var services = Containers.Declare(Many);
        _ = services.GetRequiredService<ProfileTable>();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        MakeAll(services);
        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        GC.KeepAlive(services);
        return kept / (double)Many;
    }

    private Row MeasureLinear(string name, Func<int, Action> prepare)
    {
        var measured = Shot.Measure(rounds: 5, new($"1,000 {name}", () => SeveralOf(prepare), Many / Few), new Shot($"10,000 {name}", () => prepare(Many)));
        return measured[1].Promise(Id, measured[0], Linear);
    }

    // As much work in one go as the large case has: the collector, which is not ours, then runs as often and keeps as much alive.
    private static Action SeveralOf(Func<int, Action> prepare)
    {
        var several = Enumerable.Range(0, Many / Few).Select(_ => prepare(Few)).ToArray();
        return () =>
        {
            foreach (var one in several)
            {
                one();
            }
        };
    }

    private IReadOnlyList<Row> MeasureFirstUse()
    {
        var measured = Shot.Measure(
            rounds: 9,
            new("first use of a profile among 1", PrepareAlone, FirstUses),
            new("first use of a profile among 10,000", static () => PrepareAmong(Many), FirstUses),
            new("first use of a profile among 100,000", static () => PrepareAmong(VeryMany), FirstUses));
        return [measured[0].Inform(Id), measured[1].Promise(Id, measured[0], Flat), measured[2].Promise(Id, measured[0], Flat)];
    }

    private static Action PrepareAlone()
    {
        var tables = Enumerable.Range(0, FirstUses).Select(static _ => Containers.DeclareTokens(1).GetRequiredService<ProfileTable>()).ToArray();
        var name = Containers.FirstNames(1)[0];
        return () =>
        {
            foreach (var table in tables)
            {
                table.Get(name).AcquireAtOnce(ConnectionName.Own);
            }
        };
    }

    private static Action PrepareAmong(int profiles)
    {
        var table = Containers.DeclareTokens(profiles).GetRequiredService<ProfileTable>();
        var names = Containers.FirstNames(profiles).ToArray().Where((_, i) => i % (profiles / FirstUses) == 0).ToArray();
        return () =>
        {
            foreach (var name in names)
            {
                table.Get(name).AcquireAtOnce(ConnectionName.Own);
            }
        };
    }

    // The platform lists names by sorting them, which is more than linear and not ours: listing once is held against the platform's own, and the rest is linear.
    private IReadOnlyList<Row> MeasureListed(string what, string section, IConfiguration settings, Action<IServiceProvider> list)
    {
        var measured = Shot.Measure(
            rounds: 5,
            new($"10,000 names of {what} listed by the platform", () => () => Walk(settings.GetSection(section).GetChildren())),
            new($"10,000 names of {what} listed once", () => AfterListing(settings, static _ => { }, list)));
        return [measured[0].Inform(Id), measured[1].Promise(Id, measured[0], Listing)];
    }

    private static Action AfterListing(IConfiguration settings, Action<IServiceProvider> list, Action<IServiceProvider> work)
    {
        var services = Containers.Over(settings);
        list(services);
        return () => work(services);
    }

    private static void Walk<T>(IEnumerable<T> names)
    {
        foreach (var _ in names)
        {
        }
    }

    private static void MakeAll(IServiceProvider services)
    {
        var table = services.GetRequiredService<ProfileTable>();
        foreach (var name in table.Names)
        {
            table.Get(name);
        }
    }

    private static void FindAll(IServiceProvider services, int tenants)
    {
        var source = services.GetRequiredService<ProfileTable>().Get("service");
        foreach (var tenant in Containers.FirstNames(tenants))
        {
            if (!source.TryGetTarget(ConnectionName.Create("service", tenant, user: null), out _))
            {
                throw new InvalidOperationException("A tenant was not found.");
            }
        }
    }
}
