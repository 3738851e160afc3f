using AuthProfiles.Security.Tests.Hostile.Wire;
using AuthProfiles.Templates;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>An application as a consumer writes it.</summary>
internal sealed class HostileApp : IAsyncDisposable
{
    public const string Profile = "orders";
    public const string Secret = "s3cret-0f-the-app";

    private readonly ServiceProvider _services;

    /// <summary>Initializes a new instance of the <see cref="HostileApp"/> class, whose hosts are where they say they are.</summary>
    public HostileApp(Action<AuthProfilesBuilder> profiles, TimeProvider? clock = null)
        : this(network: null, profiles, clock)
    {
    }

    /// <summary>Initializes a new instance of the <see cref="HostileApp"/> class, for which every host is one listener.</summary>
    public HostileApp(RawListener? network, Action<AuthProfilesBuilder> profiles, TimeProvider? clock = null)
    {
        var services = new ServiceCollection();
        if (clock is not null)
        {
            services.AddSingleton(clock);
        }

        profiles(services.AddAuthProfiles());
        services.AddHttpClient(Profile).AddAuthorizationProfile(Profile);
        if (network is not null)
        {
            services.ConfigureHttpClientDefaults(client => client.ConfigurePrimaryHttpMessageHandler(network.CreateHandler));
        }

        _services = services.BuildServiceProvider();
    }

    public IServiceProvider Services => _services;

    public HttpClient CreateClient() => _services.GetRequiredService<IHttpClientFactory>().CreateClient(Profile);

    /// <summary>Declares the profile with one value, which its owner gave.</summary>
    public static Action<AuthProfilesBuilder> WithInput(string baseUrl, AuthorizationField field, string value, ValueShape? shape = null, PayloadValueType type = PayloadValueType.Text) =>
        profiles => profiles.AddCustom(Profile, options =>
        {
            options.BaseUrl = baseUrl;
            options.AdditionalFields.Add(new("key") { Shape = shape ?? ValueShape.ByPosition, MaxLength = 32 * 1024 });
            options.AuthorizationFields.Add(field);
            options.Inputs["key"] = value;
        });

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
