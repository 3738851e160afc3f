using System.Diagnostics.Metrics;
using AuthProfiles.Acquisition;
using AuthProfiles.Diagnostics;
using AuthProfiles.Settings;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace AuthProfiles.DependencyInjection;

/// <summary>What the container gives to all profiles.</summary>
internal sealed class ProfileSurroundings(
    IHttpMessageHandlerFactory handlers,
    IConnectionStore store,
    IEnumerable<IProfileDecorator> decorators,
    IEnumerable<ISettingSupplier> suppliers,
    BorrowedPrimary primaries,
    IServiceProvider services)
{
    public IConfiguration? Configuration { get; } = (IConfiguration?)services.GetService(typeof(IConfiguration));

    public SourceEnvironment Environment { get; } = new(
        () => new HttpMessageInvoker(handlers.CreateHandler(TokenClient.Name), disposeHandler: false),
        (TimeProvider?)services.GetService(typeof(TimeProvider)) ?? TimeProvider.System,
        store,
        (IConfiguration?)services.GetService(typeof(IConfiguration)),
        new SettingSuppliers(suppliers))
    {
        Logger = ((ILoggerFactory?)services.GetService(typeof(ILoggerFactory)))?.CreateLogger(Log.Category) ?? NullLogger.Instance,
        Meter = (IMeterFactory?)services.GetService(typeof(IMeterFactory)) is { } meters ? new(meters.Create(AcquisitionMeter.Name)) : AcquisitionMeter.Standalone,
    };

    /// <summary>Returns what the source of one profile works with.</summary>
    /// <param name="profile">The profile.</param>
    /// <param name="settings">What its settings were read from: its connections' stand there too.</param>
    /// <exception cref="AuthorizationException">The profile names a client for its primary handler that has none.</exception>
    public SourceEnvironment EnvironmentFor(ProfileDefinition profile, IConfiguration? settings)
    {
        // All share one as far as can be: ten thousand profiles may be declared.
        var environment = ReferenceEquals(settings, Configuration) ? Environment : Environment with { Settings = settings };
        if (profile.PrimaryHandler is null)
        {
            return environment;
        }

        primaries.Check(profile);
        var name = OwnClient.NameOf(TokenClient.Name, profile.PrimaryHandler);
        return environment with { TokenClient = () => new HttpMessageInvoker(handlers.CreateHandler(name), disposeHandler: false) };
    }

    public IAuthorizationProfile Decorate(IAuthorizationProfile profile) =>
        decorators.Aggregate(profile, static (profile, decorator) => decorator.Decorate(profile));
}
