using AuthProfiles.Connections;
using AuthProfiles.Injection;
using AuthProfiles.Inspection;

namespace AuthProfiles;

/// <summary>Explains how requests would be authorized.</summary>
public static class AuthProfilesExplainExtensions
{
    /// <summary>Says which profile, connection, tenant, origin and places a request would use if this client sent it now, and what is missing.</summary>
    /// <remarks>
    /// Nothing is sent and nothing changes, and the explanation holds no secret. Settings, code, what this process holds and a store in
    /// memory are looked at; any other connection store is not asked.
    /// </remarks>
    /// <param name="client">A client made by the factory with <c>AddAuthorizationProfile</c>, by <c>CreateHttpClient</c>, or a view of one.</param>
    /// <param name="request">The request. It is left as it is.</param>
    /// <returns>The explanation. What is wrong is in it, not an exception.</returns>
    /// <exception cref="AuthorizationException">The client has no profile.</exception>
    public static RequestExplanation Explain(this HttpClient client, HttpRequestMessage request)
    {
        ArgumentNullException.ThrowIfNull(client);
        ArgumentNullException.ThrowIfNull(request);
        var binding = ClientBindings.Require(client);
        var name = RequestConnection.IsNamed(request) ? RequestConnection.Of(request)
            : client is ViewClient view ? view.Name
            : binding.NameByDefault?.Invoke() ?? ConnectionName.Own;
        return new Explainer(binding.Source, binding).Explain(request, client.BaseAddress, name);
    }
}
