using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>Reads the JSON body of a write.</summary>
internal static class ZendeskBody
{
    public static bool TryRead(LocalRequest request, out JsonElement body, [NotNullWhen(false)] out LocalResponse? refusal)
    {
        body = default;
        if (!request.HasMediaType("application/json"))
        {
            refusal = ZendeskError.Answer(HttpStatusCode.UnsupportedMediaType, "UnsupportedMediaType", "Content-Type must be application/json");
            return false;
        }

        refusal = request.TryReadObject(out body) ? null : ZendeskError.BadRequest("Unprocessable", "The body is not a JSON object.");
        return refusal is null;
    }

    /// <summary>Reads the object that the body wraps in a member.</summary>
    public static bool TryRead(LocalRequest request, string member, out JsonElement record, [NotNullWhen(false)] out LocalResponse? refusal)
    {
        record = default;
        if (!TryRead(request, out var body, out refusal))
        {
            return false;
        }

        if (!body.TryGetProperty(member, out record) || record.ValueKind != JsonValueKind.Object)
        {
            refusal = ZendeskError.BadRequest("Invalid attribute", $"The body has no object '{member}'.");
            return false;
        }

        return true;
    }
}
