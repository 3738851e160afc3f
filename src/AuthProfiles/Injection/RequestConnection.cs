using AuthProfiles.Connections;

namespace AuthProfiles.Injection;

/// <summary>Which connection a request uses, carried in its options: they reach every handler and no wire.</summary>
internal static class RequestConnection
{
    private static readonly HttpRequestOptionsKey<ConnectionName> Key = new("AuthProfiles.Connection");

    /// <summary>Returns the connection that the request names, or the developer's own.</summary>
    public static ConnectionName Of(HttpRequestMessage request) =>
        request.Options.TryGetValue(Key, out var name) ? name : ConnectionName.Own;

    public static bool IsNamed(HttpRequestMessage request) => request.Options.TryGetValue(Key, out _);

    public static void Set(HttpRequestMessage request, ConnectionName name) => request.Options.Set(Key, name);
}
