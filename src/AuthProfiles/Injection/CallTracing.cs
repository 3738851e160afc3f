using System.Collections.Frozen;
using System.Diagnostics;
using AuthProfiles.Diagnostics;

namespace AuthProfiles.Injection;

/// <summary>Writes the client span of calls whose address carries a credential, in place of the platform's, which would show it.</summary>
/// <remarks>Names and values follow the HTTP semantic conventions as the platform writes them. One span for each attempt.</remarks>
internal sealed class CallTracing(ProfileDefinition definition)
{
    private static readonly FrozenSet<string> KnownMethods =
        new[] { "GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH", "CONNECT", "QUERY" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Starts the span and passes the trace on. Call it before the credential is injected: the address is then without it.</summary>
    public TracedCall Start(HttpRequestMessage request)
    {
        var activity = AuthProfilesActivity.Source.StartActivity("HTTP", ActivityKind.Client);
        if (activity is { IsAllDataRequested: true } && request.RequestUri is { } address)
        {
            Describe(activity, request.Method.Method, address);
        }

        return new(activity, request);
    }

    private void Describe(Activity activity, string method, Uri address)
    {
        var known = KnownMethods.Contains(method);
        activity.DisplayName = known ? method : "HTTP";
        activity.SetTag("http.request.method", known ? method : "_OTHER");
        if (!known)
        {
            activity.SetTag("http.request.method_original", method);
        }

        var path = Uri.UnescapeDataString(address.AbsolutePath);
        activity.SetTag("server.address", address.IdnHost);
        activity.SetTag("server.port", address.Port);
        activity.SetTag("url.full", $"{address.GetComponents(UriComponents.SchemeAndServer, UriFormat.UriEscaped)}{path}{(HasQuery(address) ? "?*" : string.Empty)}");
        activity.SetTag("url.template", path);
    }

    private bool HasQuery(Uri address) =>
        address.Query.Length > 0 || definition.Traits.ShowsInAddress || definition.AuthorizationFields.Any(static place => place.Type == AuthorizationFieldType.QueryString);
}
