using System.Diagnostics.Metrics;

namespace AuthProfiles.Diagnostics;

/// <summary>What is measured of acquisitions. Names, units and tags are promised: dashboards are built on them.</summary>
internal sealed class AcquisitionMeter
{
    /// <summary>The name that an application adds to its metrics.</summary>
    public const string Name = "AuthProfiles";

    /// <summary>The instruments of profiles that are used without a container.</summary>
    public static readonly AcquisitionMeter Standalone = new(new Meter(Name));

    public AcquisitionMeter(Meter meter)
    {
        Duration = meter.CreateHistogram<double>("authprofiles.acquisition.duration", "s", "How long acquisitions and renewals of credentials take, failed ones included.");
        Waiters = meter.CreateUpDownCounter<int>("authprofiles.acquisition.waiters", "{caller}", "How many callers wait for a credential.");
        Refusals = meter.CreateCounter<long>("authprofiles.credential.refusals", "{refusal}", "How often a service refused a credential (401).");
        Age = meter.CreateHistogram<double>("authprofiles.credential.age", "s", "How old a credential was when another one replaced it.");
        Lifetime = meter.CreateHistogram<double>("authprofiles.credential.lifetime", "s", "How long a new credential lives, where that is known.");
    }

    public Histogram<double> Duration { get; }

    public UpDownCounter<int> Waiters { get; }

    public Counter<long> Refusals { get; }

    public Histogram<double> Age { get; }

    public Histogram<double> Lifetime { get; }
}
