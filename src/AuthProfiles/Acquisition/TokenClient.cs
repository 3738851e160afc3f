namespace AuthProfiles.Acquisition;

/// <summary>The client for token endpoints.</summary>
internal static class TokenClient
{
    /// <summary>The name of the factory client whose primary handler is used, and nothing else of it.</summary>
    public const string Name = "AuthProfiles.TokenClient";

    // In KiB.
    private const int MostHeaders = 32;

    private static readonly Lazy<HttpMessageInvoker> Standalone = new(static () => new HttpMessageInvoker(CreateHandler()));

    /// <summary>Returns the one client of all profiles that are used without a container.</summary>
    public static HttpMessageInvoker GetStandalone() => Standalone.Value;

    /// <summary>Makes the primary handler of standalone clients.</summary>
    public static SocketsHttpHandler CreateHandler()
    {
        var handler = new SocketsHttpHandler();
        Harden(handler);
        return handler;
    }

    /// <summary>Makes a primary handler of the platform follow nothing and keep nothing, and bounds what has no bound. What the application chose otherwise, such as a proxy, stays; so does any other handler.</summary>
    /// <exception cref="AuthorizationException">The handler has been used already, so it can't be changed.</exception>
    public static void Harden(HttpMessageHandler? primary)
    {
        try
        {
            switch (primary)
            {
                case SocketsHttpHandler sockets:
                    Harden(sockets);
                    break;
                case HttpClientHandler client:
                    Harden(client);
                    break;
                case DelegatingHandler outer:
                    Harden(outer.InnerHandler);
                    break;
            }
        }
        catch (InvalidOperationException)
        {
            throw new AuthorizationException(
                AuthorizationErrorKind.Configuration,
                string.Empty,
                $"The primary handler of the client '{Name}' follows redirects, keeps cookies or has no bounds, and has been used already, so that can't be changed. Give that client a handler of its own.");
        }
    }

    // A started handler throws on any write: only what differs is written.
    private static void Harden(SocketsHttpHandler handler)
    {
        RedirectsAndCookies.SwitchOff(handler);
        if (handler.PreAuthenticate)
        {
            handler.PreAuthenticate = false;
        }

        if (handler.ConnectTimeout == Timeout.InfiniteTimeSpan)
        {
            handler.ConnectTimeout = TimeSpan.FromSeconds(10);
        }

        if (handler.PooledConnectionLifetime == Timeout.InfiniteTimeSpan)
        {
            handler.PooledConnectionLifetime = TimeSpan.FromMinutes(5);
        }

        if (handler.MaxResponseHeadersLength > MostHeaders)
        {
            handler.MaxResponseHeadersLength = MostHeaders;
        }
    }

    private static void Harden(HttpClientHandler handler)
    {
        RedirectsAndCookies.SwitchOff(handler);
        if (handler.PreAuthenticate)
        {
            handler.PreAuthenticate = false;
        }

        if (handler.MaxResponseHeadersLength > MostHeaders)
        {
            handler.MaxResponseHeadersLength = MostHeaders;
        }
    }
}
