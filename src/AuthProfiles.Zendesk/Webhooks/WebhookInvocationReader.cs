using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Webhooks;

/// <summary>Reads what became of the calls of a webhook.</summary>
internal static class WebhookInvocationReader
{
    private static readonly string[] Outcomes = ["success", "failed", "timeout", "client error", "server error", "accepted", "throttled", "circuit broken", "unknown"];

    public static WebhookInvocation? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        string? id = null, status = null;
        DateTimeOffset? latestCompletedAt = null;
        UnknownMembers unknown = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = json.Text();
                    break;
                case 6 when name.SequenceEqual("status"u8):
                    status = json.Text(Outcomes);
                    break;
                case 19 when name.SequenceEqual("latest_completed_at"u8):
                    latestCompletedAt = json.Time();
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new WebhookInvocation
        {
            Id = id is { Length: > 0 } ? id : throw new JsonException("An invocation has no id."),
            Status = status,
            LatestCompletedAt = latestCompletedAt,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
