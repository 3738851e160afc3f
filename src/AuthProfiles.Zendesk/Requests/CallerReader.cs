using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Requests;

/// <summary>Reads for whom Zendesk takes the caller: a user, who may have no id.</summary>
internal static class CallerReader
{
    public static readonly ReadValue<Caller> One = Answer.Of<Caller>("user", Read);

    private static Caller? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null;
        string? called = null, email = null, role = null, locale = null;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case 4 when name.SequenceEqual("name"u8):
                    called = json.Text();
                    break;
                case 4 when name.SequenceEqual("role"u8):
                    role = json.Text(UserRole.Known);
                    break;
                case 5 when name.SequenceEqual("email"u8):
                    email = json.Text();
                    break;
                case 6 when name.SequenceEqual("locale"u8):
                    locale = json.Text();
                    break;
                default:
                    json.Skip();
                    break;
            }
        }

        return new Caller { Id = id, Name = called, Email = email, Role = role is null ? null : new UserRole(role), Locale = locale };
    }
}
