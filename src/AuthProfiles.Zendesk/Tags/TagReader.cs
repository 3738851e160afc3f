using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tags;

/// <summary>Reads tags with their counts.</summary>
internal static class TagReader
{
    public static Tag? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        string? tag = null;
        long? count = null;
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("name"u8))
            {
                tag = json.Text();
            }
            else if (name.SequenceEqual("count"u8))
            {
                count = json.Int64();
            }
            else
            {
                json.Skip();
            }
        }

        return tag is null ? null : new Tag(tag, count ?? 0);
    }
}
