using Microsoft.AspNetCore.Http;

namespace AuthProfiles.AspNetCore.Middleware;

/// <summary>Problem details (RFC 9457) of a call whose user has yet to connect.</summary>
internal static class ConsentProblem
{
    public static IResult Of(AuthorizationRequiredException error, string address) => Results.Problem(
        title: "Authorization required",
        detail: "Connect your account first, then call again.",
        statusCode: StatusCodes.Status403Forbidden,
        type: "urn:authprofiles:authorization-required",
        extensions: new Dictionary<string, object?>(StringComparer.Ordinal) { ["profile"] = error.Profile, ["consent"] = address });
}
