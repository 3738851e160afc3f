using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Suspended;

/// <summary>Reads who wrote a suspended message.</summary>
internal static class SuspendedAuthorReader
{
    public static SuspendedAuthor? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null;
        string? called = null, email = null;
        while (json.NextMember(out var name))
        {
            switch (name)
            {
                case var _ when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case var _ when name.SequenceEqual("name"u8):
                    called = json.Text();
                    break;
                case var _ when name.SequenceEqual("email"u8):
                    email = json.Text();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return new SuspendedAuthor(id, called, email);
    }
}
