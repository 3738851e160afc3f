using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Users;

/// <summary>Writes identities and changes of them.</summary>
internal static class UserIdentityWriter
{
    public static void Create(Utf8JsonWriter writer, NewUserIdentity identity)
    {
        writer.WriteString("type"u8, identity.Type.Value);
        writer.WriteString("value"u8, identity.Value);
        JsonWriting.Flag(writer, "primary"u8, identity.IsPrimary);
        JsonWriting.Flag(writer, "verified"u8, identity.IsVerified);
        UserWriter.SkipVerifyEmail(writer, identity.SkipsVerifyEmail);
    }

    public static void Update(Utf8JsonWriter writer, UserIdentityUpdate update)
    {
        JsonWriting.Text(writer, "value"u8, update.Value);
        JsonWriting.Flag(writer, "verified"u8, update.IsVerified);
        JsonWriting.Text(writer, "verification_method"u8, update.VerificationMethod?.Value);
    }
}
