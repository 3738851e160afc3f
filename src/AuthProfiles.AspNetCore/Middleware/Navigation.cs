using Microsoft.AspNetCore.Http;

namespace AuthProfiles.AspNetCore.Middleware;

/// <summary>Tells pages that a person looks at from calls of a program.</summary>
internal static class Navigation
{
    /// <summary>Says whether a person has asked for a page: only that may be left for another and come back to.</summary>
    public static bool IsOf(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && (request.Headers["Sec-Fetch-Mode"] is [{ } mode]
            ? mode is "navigate"
            : request.Headers.Accept.Any(static accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) ?? false));
}
