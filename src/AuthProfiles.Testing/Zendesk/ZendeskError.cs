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

    public static LocalResponse TooManyJobs() =>
        Answer(HttpStatusCode.TooManyRequests, "TooManyJobs", "The account has as many jobs queued or running as it may have. Wait for one to end.");

    public static LocalResponse NotAllowed() => LocalResponse.Json(HttpStatusCode.Forbidden, new JsonObject
    {
        ["error"] = new JsonObject { ["title"] = "Forbidden", ["message"] = "You do not have access to this page. Please contact the account owner of this help desk for further help." },
    });

    public static LocalResponse BadPage(string code, string title, string detail) => LocalResponse.Json(HttpStatusCode.BadRequest, new JsonObject
    {
        ["errors"] = new JsonArray(new JsonObject { ["code"] = code, ["title"] = title, ["detail"] = detail }),
    });

    public static LocalResponse BadIds(int most) => BadRequest("Invalid attribute", $"The ids attribute takes 1 to {most} ids.");

    public static LocalResponse BadRequest(string title, string message) => LocalResponse.Json(HttpStatusCode.BadRequest, new JsonObject
    {
        ["error"] = new JsonObject { ["title"] = title, ["message"] = message },
    });
}
