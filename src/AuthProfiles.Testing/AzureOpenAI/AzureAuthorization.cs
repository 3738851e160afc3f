using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.AzureOpenAI;

/// <summary>Checks the key or the token of a request.</summary>
internal static class AzureAuthorization
{
    private static readonly string[] s_scopes =
    [
        "https://cognitiveservices.azure.com/",
        "https://cognitiveservices.azure.us/",
        "https://ai.azure.com/",
        "https://ai.azure.us/",
    ];

    /// <summary>The answer to a request that is not authorized, or null.</summary>
    public static LocalResponse? Refuse(LocalRequest request, LocalAzureOpenAIResource resource, LocalAuthorizationServer server, AzureRoute? route)
    {
        if (request.Headers.TryGetValue("api-key", out var key))
        {
            return key.Length > 0 && resource.Accepts(key) ? null : AzureError.BadKey();
        }

        if (!request.TryGetAuthorization("Bearer", out var bearer))
        {
            return request.Headers.ContainsKey("Authorization") ? AzureError.BadToken() : AzureError.BadKey();
        }

        // The v1 family takes a key as a bearer too; any text would do where no key is set, so one must be.
        if (route is { IsVersion1: true } && (resource.Key1 ?? resource.Key2) is not null && resource.Accepts(bearer))
        {
            return null;
        }

        if (!server.TryValidate(bearer, out var token) || !token.Scopes.Any(IsForCognitiveServices))
        {
            return AzureError.BadToken();
        }

        var directory = token.TokenEndpoint.AbsolutePath.Split('/')[1];
        return resource.Directory is null || string.Equals(resource.Directory, directory, StringComparison.OrdinalIgnoreCase)
            ? null
            : AzureError.WrongDirectory();
    }

    private static bool IsForCognitiveServices(string scope) => Array.Exists(s_scopes, prefix => scope.StartsWith(prefix, StringComparison.Ordinal));
}
