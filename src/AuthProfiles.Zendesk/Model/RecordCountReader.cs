using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Model;

/// <summary>Reads counts: an object with the number and its time, or the number alone.</summary>
internal static class RecordCountReader
{
    public static readonly ReadValue<RecordCount> One = Answer.Of<RecordCount>("count", Read);

    private static RecordCount? Read(ref JsonSource json)
    {
        if (json.Token != JsonTokenType.StartObject)
        {
            return json.Int64() is { } number ? new RecordCount(number, null) : null;
        }

        long? value = null;
        DateTimeOffset? refreshedAt = null;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("value"u8))
            {
                value = json.Int64();
            }
            else if (name.SequenceEqual("refreshed_at"u8))
            {
                refreshedAt = json.Time();
            }
            else
            {
                json.Skip();
            }
        }

        return value is { } count ? new RecordCount(count, refreshedAt) : null;
    }
}
