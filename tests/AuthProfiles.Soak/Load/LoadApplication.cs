using System.Collections.Immutable;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Soak.Load;

/// <summary>The application under load: one client for all keys, whose handlers and whose token client's are made anew every second.</summary>
internal sealed class LoadApplication : IAsyncDisposable
{
    private const string Profile = "load";

    /// <summary>Longer than any jump of the clock: no setting of it brings a stored token back to life.</summary>
    private static readonly TimeSpan Night = TimeSpan.FromHours(8);

    private readonly ServiceProvider _services;

    private LoadApplication(ServiceProvider services)
    {
        _services = services;
        Http = services.GetRequiredService<IHttpClientFactory>().CreateClient(Profile);
    }

    public HttpClient Http { get; }

    /// <summary>Starts an application in the morning: all users have consented, and all tokens have ended.</summary>
    public static async Task<LoadApplication> StartAsync(LoadServer server, ImmutableArray<LoadKey> keys, JumpingClock clock, Disturbances disturbances, LoadBook book, PlantedDefect defect)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddAuthProfiles().AddAuthorizationCode(Profile, options =>
        {
            options.BaseUrl = server.Address.AbsoluteUri;
            options.AuthorizationUrl = $"{server.Address}authorize";
            options.TokenUrl = $"{server.Address}token";
            options.ClientId = "load";
            options.ClientSecret = "secret-of-the-load";
        });
        services.AddHttpClient(Profile).AddAuthorizationProfile(Profile).SetHandlerLifetime(LoadPlan.HandlerLifetime).ConfigurePrimaryHttpMessageHandler(() =>
        {
            book.Add(FaultKind.HandlersRotated);
            return defect == PlantedDefect.NoCredential ? new LosingHandler(Handler()) : Handler();
        });
        services.AddHttpClient("AuthProfiles.TokenClient").SetHandlerLifetime(LoadPlan.HandlerLifetime).ConfigurePrimaryHttpMessageHandler(() =>
        {
            var handler = Handler();
            handler.ConnectCallback = (context, token) => disturbances.IsProviderDown ? throw new SocketException((int)SocketError.ConnectionRefused) : ConnectAsync(context, token);
            return handler;
        });
        var provider = services.BuildServiceProvider();
        var store = provider.GetRequiredService<IConnectionStore>();
        foreach (var key in keys)
        {
            await store.TryWriteAsync(Consented(key, server.Address, clock), expectedVersion: 0);
        }

        return new(provider);
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _services.DisposeAsync();
    }

    // Handlers that are no longer in use keep their connections until these have been idle for so long.
    private static SocketsHttpHandler Handler() => new() { PooledConnectionIdleTimeout = TimeSpan.FromSeconds(2), UseProxy = false };

    private static async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(context.DnsEndPoint, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static Connection Consented(LoadKey key, Uri server, JumpingClock clock)
    {
        var longAgo = clock.GetUtcNow() - Night;
        return new()
        {
            Key = new(Profile, key.Tenant, key.User),
            App = null,
            Grant = new()
            {
                AccessToken = LoadToken.Ended(key).Text,
                RefreshToken = TokenAnswers.RefreshToken(key),
                ObtainedAt = longAgo,
                ExpiresAt = longAgo + LoadPlan.TokenLifetime,
                Issuer = server.GetLeftPart(UriPartial.Authority),
            },
        };
    }
}
