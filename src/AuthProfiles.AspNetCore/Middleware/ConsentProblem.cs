using System.Buffers;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace AuthProfiles.AspNetCore.Middleware;

/// <summary>Problem details (RFC 9457) of a call whose user has yet to connect.</summary>
/// <remarks>Written by hand: the host's own serialization of them needs reflection, or a context that it may not have.</remarks>
internal static class ConsentProblem
{
    public static Task WriteAsync(HttpContext context, string profile, string address)
    {
        var text = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(text))
        {
            json.WriteStartObject();
            json.WriteString("type"u8, "urn:authprofiles:authorization-required"u8);
            json.WriteString("title"u8, "Authorization required"u8);
            json.WriteNumber("status"u8, StatusCodes.Status403Forbidden);
            json.WriteString("detail"u8, "Connect your account first, then call again."u8);
            json.WriteString("profile"u8, profile);
            json.WriteString("consent"u8, address);
            json.WriteEndObject();
        }

        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "application/problem+json";
        context.Response.ContentLength = text.WrittenCount;
        return context.Response.Body.WriteAsync(text.WrittenMemory, context.RequestAborted).AsTask();
    }
}
