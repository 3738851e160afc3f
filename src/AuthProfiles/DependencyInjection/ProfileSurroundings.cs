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

    public IAuthorizationProfile Decorate(IAuthorizationProfile profile) =>
        decorators.Aggregate(profile, static (profile, decorator) => decorator.Decorate(profile));
}
