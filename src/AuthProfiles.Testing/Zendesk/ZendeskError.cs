using System.Net;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>The error bodies of Zendesk, which come in several shapes.</summary>
internal static class ZendeskError
{
    public static LocalResponse Answer(HttpStatusCode status, string error, string description) =>
        LocalResponse.Json(status, new JsonObject { ["error"] = error, ["description"] = description });

    public static LocalResponse NotAuthenticated() =>
        LocalResponse.Json(HttpStatusCode.Unauthorized, new JsonObject { ["error"] = "Couldn't authenticate you" })
            .With("WWW-Authenticate", "Basic realm=\"Web Password\"");

    public static LocalResponse InvalidToken() =>
        LocalResponse.Json(HttpStatusCode.Unauthorized, new JsonObject
        {
            ["error"] = "invalid_token",
            ["error_description"] = "The access token provided is expired, revoked, malformed or invalid for other reasons.",
        }).With("WWW-Authenticate", "Bearer error=\"invalid_token\"");

    public static LocalResponse MissingScope(string scope) =>
        Answer(HttpStatusCode.Forbidden, "Forbidden", $"You are missing the following required scopes: {scope}");

    public static LocalResponse RecordNotFound() => Answer(HttpStatusCode.NotFound, "RecordNotFound", "Not found");

    public static LocalResponse InvalidEndpoint() => Answer(HttpStatusCode.NotFound, "InvalidEndpoint", "Not found");

    public static LocalResponse NoHelpDesk(string address) => LocalResponse.Json(HttpStatusCode.NotFound, new JsonObject
    {
        ["error"] = new JsonObject { ["title"] = $"No help desk at {address}", ["message"] = "There is no help desk configured at this address." },
    });

    public static LocalResponse RecordInvalid(string field, string error, string description) => LocalResponse.Json(HttpStatusCode.UnprocessableEntity, new JsonObject
    {
        ["error"] = "RecordInvalid",
        ["description"] = "Record validation errors",
        ["details"] = new JsonObject { [field] = new JsonArray(new JsonObject { ["description"] = description, ["error"] = error }) },
    });

    public static LocalResponse UpdateConflict() =>
        Answer(HttpStatusCode.Conflict, "UpdateConflict", "Safe Update prevented the update due to outdated ticket data");

    public static LocalResponse BadPage(string code, string title, string detail) => LocalResponse.Json(HttpStatusCode.BadRequest, new JsonObject
    {
        ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["title"] = title, ["detail"] = detail }),
    });

    public static LocalResponse BadRequest(string title, string message) => LocalResponse.Json(HttpStatusCode.BadRequest, new JsonObject
    {
        ["error"] = new JsonObject { ["title"] = title, ["message"] = message },
    });
}
