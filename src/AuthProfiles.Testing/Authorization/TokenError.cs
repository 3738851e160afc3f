using System.Net;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>The error answers of a token endpoint (RFC 6749, section 5.2).</summary>
internal static class TokenError
{
    public static LocalResponse InvalidRequest(string description) => Refused("invalid_request", description);

    public static LocalResponse InvalidScope(string description) => Refused("invalid_scope", description);

    public static LocalResponse InvalidGrant(string description) => Refused("invalid_grant", description);

    public static LocalResponse InvalidClient(bool byHeader, string description)
    {
        var answer = Answer(HttpStatusCode.Unauthorized, "invalid_client", description);
        return byHeader ? answer.With("WWW-Authenticate", "Basic realm=\"token endpoint\", charset=\"UTF-8\"") : answer;
    }

    public static LocalResponse NoMethod(string method) =>
        Answer(HttpStatusCode.MethodNotAllowed, "invalid_request", $"This endpoint takes {method}.").With("Allow", method);

    public static LocalResponse Refused(string error, string description) => Answer(HttpStatusCode.BadRequest, error, description);

    public static LocalResponse Answer(HttpStatusCode status, string error, string description) =>
        LocalResponse.Json(status, new JsonObject { ["error"] = error, ["error_description"] = description }).With("Cache-Control", "no-store");
}
