using AuthProfiles.Acquisition;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.DependencyInjection;

/// <summary>What the container gives to all profiles.</summary>
internal sealed class ProfileSurroundings(
    IHttpMessageHandlerFactory handlers,
    IConnectionStore store,
    IEnumerable<IProfileDecorator> decorators,
    IServiceProvider services)
{
    public IConfiguration? Configuration { get; } = (IConfiguration?)services.GetService(typeof(IConfiguration));

    public SourceEnvironment Environment { get; } = new(
        () => new HttpMessageInvoker(handlers.CreateHandler(TokenClient.Name), disposeHandler: false),
        (TimeProvider?)services.GetService(typeof(TimeProvider)) ?? TimeProvider.System,
        store,
        (IConfiguration?)services.GetService(typeof(IConfiguration)),
        (ISettingSupplier?)services.GetService(typeof(ISettingSupplier)));

    public IAuthorizationProfile Decorate(IAuthorizationProfile profile) =>
        decorators.Aggregate(profile, static (profile, decorator) => decorator.Decorate(profile));
}
