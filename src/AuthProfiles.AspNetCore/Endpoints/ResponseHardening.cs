using Microsoft.AspNetCore.Http;

namespace AuthProfiles.AspNetCore.Endpoints;

/// <summary>The headers of every answer: the address of a callback has a code in it, and a page has somebody's account on it.</summary>
internal static class ResponseHardening
{
    public static void Apply(HttpResponse response)
    {
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers.Pragma = "no-cache";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.XFrameOptions = "DENY";
    }
}
