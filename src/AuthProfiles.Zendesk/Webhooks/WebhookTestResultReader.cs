using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Webhooks;

/// <summary>Reads what the endpoint answered to a test.</summary>
internal static class WebhookTestResultReader
{
    public static WebhookTestResult? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? status = null;
        string? payload = null;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("status"u8))
            {
                status = json.Int64();
            }
            else if (name.SequenceEqual("payload"u8))
            {
                payload = json.Text();
            }
            else
            {
                json.Skip();
            }
        }

        return new WebhookTestResult(status is >= 0 and <= 999 ? (int)status : null, payload);
    }
}
