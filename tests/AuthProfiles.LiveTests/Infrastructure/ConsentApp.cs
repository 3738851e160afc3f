using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.LiveTests.Infrastructure;

/// <summary>An application whose users authorize it in a browser.</summary>
internal sealed class ConsentApp : IAsyncDisposable
{
    public const string User = "mia";

    public static readonly Uri Callback = new("http://127.0.0.1:49152/callback");

    private readonly LiveApp _app;

    public ConsentApp(Idp idp, string client, Action<AuthorizationCodeOptions>? configure = null) => _app = new(
        profiles => profiles.AddAuthorizationCode(LiveApp.Profile, options =>
        {
            // Every address is the server's own word.
            LiveApp.Describe(options, idp, client);
            (options.TokenUrl, options.Issuer, options.RedirectUri) = (null, idp.Fixture.Issuer, Callback.AbsoluteUri);
            options.Scope["scope"] = "openid profile email read";
            options.Scope["login_hint"] = User;
            configure?.Invoke(options);
        }),
        clock: Clock);

    public MovedClock Clock { get; } = new();

    public IConnections Connections => _app.Services.GetRequiredService<IConnections>();

    public IConnectionStore Store => _app.Store;

    public HttpClient Client => _app.CreateClient().For(user: User);

    /// <summary>Sends the user to the provider, who logs in and consents.</summary>
    /// <returns>The address that they come back by.</returns>
    public async Task<Uri> ConsentAsync()
    {
        using var browser = new Browser();
        var start = await Connections.StartAsync(LiveApp.Profile, user: User);
        return await browser.FollowAsync(start.Address, Callback);
    }

    public Task<CompletedAuthorization> CompleteAsync(Uri callback) => Connections.CompleteAsync(callback, user: User);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
