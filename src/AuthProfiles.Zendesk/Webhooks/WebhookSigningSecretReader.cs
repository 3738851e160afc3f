using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Webhooks;

/// <summary>Reads signing secrets.</summary>
internal static class WebhookSigningSecretReader
{
    public static WebhookSigningSecret? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        string? secret = null, algorithm = null;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("secret"u8))
            {
                secret = json.Text();
            }
            else if (name.SequenceEqual("algorithm"u8))
            {
                algorithm = json.Text();
            }
            else
            {
                json.Skip();
            }
        }

        return secret is { Length: > 0 } ? new WebhookSigningSecret(secret, algorithm) : null;
    }
}
