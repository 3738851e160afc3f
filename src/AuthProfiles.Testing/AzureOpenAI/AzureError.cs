using System.Net;
using System.Text.Json.Nodes;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.AzureOpenAI;

/// <summary>The error bodies of the service: its gateway's, its identity layer's and the model API's.</summary>
internal static class AzureError
{
    public static LocalResponse Answer(HttpStatusCode status, string code, string message) =>
        LocalResponse.Json(status, new JsonObject { ["error"] = new JsonObject { ["code"] = code, ["message"] = message } });

    public static LocalResponse BadKey() => Answer(
        HttpStatusCode.Unauthorized,
        "401",
        "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource.");

    // Flat, unlike every other error of the service.
    public static LocalResponse BadToken() => LocalResponse.Json(HttpStatusCode.Unauthorized, new JsonObject
    {
        ["statusCode"] = 401,
        ["message"] = "Unauthorized. Access token is missing, invalid, audience is incorrect (https://cognitiveservices.azure.com), or have expired.",
    });

    public static LocalResponse WrongDirectory() => Answer(
        HttpStatusCode.BadRequest,
        "Tenant provided in token does not match resource token",
        "Token tenant does not match resource tenant.");

    public static LocalResponse DeploymentNotFound() => Answer(
        HttpStatusCode.NotFound,
        "DeploymentNotFound",
        "The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try again.");

    public static LocalResponse WrongModel(string operation) => Answer(
        HttpStatusCode.BadRequest,
        "OperationNotSupported",
        $"The {operation} operation does not work with the specified model. Please choose different model and try again.");

    public static LocalResponse Invalid(string message, string? parameter) => LocalResponse.Json(HttpStatusCode.BadRequest, new JsonObject
    {
        ["error"] = new JsonObject { ["message"] = message, ["type"] = "invalid_request_error", ["param"] = parameter, ["code"] = null },
    });
}
