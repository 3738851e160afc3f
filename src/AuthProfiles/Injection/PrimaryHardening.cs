using AuthProfiles.Acquisition;
using AuthProfiles.Connections;
using AuthProfiles.Profiles;

namespace AuthProfiles.Injection;

/// <summary>Switches off what would carry a credential to where it does not belong.</summary>
/// <remarks>
/// A redirect followed below the credential replays headers other than Authorization, cookies and bodies to another origin;
/// a pooled cookie container sends one user's session with another user's request.
/// </remarks>
internal static class PrimaryHardening
{
    public static void Apply(HttpMessageHandler? primary, ProfileDefinition definition)
    {
        try
        {
            switch (primary)
            {
                case SocketsHttpHandler sockets:
                    Harden(sockets, definition.ShowsInAddress);
                    break;
                case HttpClientHandler client:
                    Harden(client, definition);
                    break;
                case DelegatingHandler outer:
                    Apply(outer.InnerHandler, definition);
                    break;
            }
        }
        catch (InvalidOperationException)
        {
            throw Refused(definition, "its primary handler follows redirects or keeps cookies and has been used already, so that can't be switched off. Set AllowAutoRedirect and UseCookies to false, or give the client a handler of its own");
        }
    }

    // A started handler throws on any write: only what differs is written.
    private static void Harden(SocketsHttpHandler handler, bool hidesAddress)
    {
        RedirectsAndCookies.SwitchOff(handler);
        if (hidesAddress && handler.ActivityHeadersPropagator is not null)
        {
            handler.ActivityHeadersPropagator = null;
        }
    }

    private static void Harden(HttpClientHandler handler, ProfileDefinition definition)
    {
        if (definition.ShowsInAddress)
        {
            throw Refused(definition, "a credential in the query or path would show in the trace that HttpClientHandler writes. Use a SocketsHttpHandler as the primary handler");
        }

        RedirectsAndCookies.SwitchOff(handler);
    }

    private static AuthorizationException Refused(ProfileDefinition definition, string why) =>
        definition.Failure(ConnectionName.Own, AuthorizationErrorKind.Configuration, why);
}
