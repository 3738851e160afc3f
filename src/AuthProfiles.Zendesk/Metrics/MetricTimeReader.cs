using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Metrics;

/// <summary>Reads how long something took.</summary>
internal static class MetricTimeReader
{
    public static MetricTime? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? calendar = null, business = null;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("calendar"u8))
            {
                calendar = json.Int64();
            }
            else if (name.SequenceEqual("business"u8))
            {
                business = json.Int64();
            }
            else
            {
                json.Skip();
            }
        }

        return new MetricTime(calendar, business);
    }
}
