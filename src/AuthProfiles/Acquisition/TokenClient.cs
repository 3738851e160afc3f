namespace AuthProfiles.Acquisition;

/// <summary>The client for token endpoints.</summary>
internal static class TokenClient
{
    /// <summary>The name of the factory client whose primary handler is used, and nothing else of it.</summary>
    public const string Name = "AuthProfiles.TokenClient";

    private static readonly Lazy<HttpMessageInvoker> Standalone = new(static () => new HttpMessageInvoker(CreateHandler()));

    /// <summary>Returns the one client of all profiles that are used without a container.</summary>
    public static HttpMessageInvoker GetStandalone() => Standalone.Value;

    /// <summary>Makes the primary handler: it follows nothing, keeps nothing and decompresses nothing that a limit would not see.</summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        PreAuthenticate = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        PooledConnectionLifetime = TimeSpan.FromMinutes(5),
        MaxResponseHeadersLength = 32,
    };
}
