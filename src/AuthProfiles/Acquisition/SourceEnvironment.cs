using AuthProfiles.Diagnostics;
using AuthProfiles.OAuth;
using AuthProfiles.Profiles;
using AuthProfiles.Resilience;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuthProfiles.Acquisition;

/// <summary>What sources work with and profiles do not own.</summary>
/// <param name="TokenClient">Makes the client for token endpoints.</param>
/// <param name="Clock">The time.</param>
/// <param name="Store">Where connections are that stand in no settings.</param>
/// <param name="Settings">The application's settings, or null without a container.</param>
/// <param name="Supplier">Whoever supplies missing settings, or null.</param>
internal sealed record SourceEnvironment(
    Func<HttpMessageInvoker> TokenClient,
    TimeProvider Clock,
    IConnectionStore Store,
    IConfiguration? Settings = null,
    ISettingSupplier? Supplier = null)
{
    /// <summary>Gets the jitter: a number from 0 to 1. Tests seed it.</summary>
    public Func<double> NextRandom { get; init; } = RetryDelay.NextRandom;

    /// <summary>Gets what keeps the metadata of authorization servers, for all profiles.</summary>
    public IMetadataSource Metadata { get; init; } = new MetadataCache(Clock);

    /// <summary>Gets where it is logged what becomes of credentials. Nowhere without a container.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Gets what counts and times acquisitions.</summary>
    public AcquisitionMeter Meter { get; init; } = AcquisitionMeter.Standalone;

    /// <summary>Gets who is told of every warning besides the log, or null.</summary>
    public Action<AcquisitionWarning>? Warned { get; init; }
}
