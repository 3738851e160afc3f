using Microsoft.AspNetCore.Http;

namespace AuthProfiles.AspNetCore.Middleware;

/// <summary>Tells pages that a person looks at from calls of a program.</summary>
internal static class Navigation
{
    /// <summary>Says whether a person waits for a page, by a link or by a form.</summary>
    public static bool IsOf(HttpRequest request) => request.Headers["Sec-Fetch-Mode"] is [{ } mode]
        ? mode is "navigate"
        : request.Headers.Accept.Any(static accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) ?? false);

    /// <summary>Says whether the page can be left for another and come back to. What a form has sent does not come again.</summary>
    public static bool CanComeBack(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
}
