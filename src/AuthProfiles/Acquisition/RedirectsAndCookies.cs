namespace AuthProfiles.Acquisition;

/// <summary>Switches off what carries a request's credential to another address, or one answer's cookies to another request.</summary>
/// <remarks>A started handler throws on any write: only what differs is written.</remarks>
internal static class RedirectsAndCookies
{
    public static void SwitchOff(SocketsHttpHandler handler)
    {
        if (handler.AllowAutoRedirect)
        {
            handler.AllowAutoRedirect = false;
        }

        if (handler.UseCookies)
        {
            handler.UseCookies = false;
        }
    }

    public static void SwitchOff(HttpClientHandler handler)
    {
        if (handler.AllowAutoRedirect)
        {
            handler.AllowAutoRedirect = false;
        }

        if (handler.UseCookies)
        {
            handler.UseCookies = false;
        }
    }
}
