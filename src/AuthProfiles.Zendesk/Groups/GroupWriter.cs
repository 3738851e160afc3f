using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Groups;

/// <summary>Writes groups, changes of groups and memberships.</summary>
internal static class GroupWriter
{
    public static void Create(Utf8JsonWriter writer, NewGroup group)
    {
        writer.WriteString("name"u8, group.Name);
        JsonWriting.Text(writer, "description"u8, group.Description);
        JsonWriting.Flag(writer, "is_public"u8, group.IsPublic);
        JsonWriting.Members(writer, group.AdditionalProperties);
    }

    public static void Update(Utf8JsonWriter writer, GroupUpdate update)
    {
        JsonWriting.Text(writer, "name"u8, update.Name);
        JsonWriting.Optional(writer, "description"u8, update.Description, JsonWriting.Text);
        JsonWriting.Flag(writer, "is_public"u8, update.IsPublic);
        JsonWriting.Members(writer, update.AdditionalProperties);
    }

    public static void Membership(Utf8JsonWriter writer, NewGroupMembership membership)
    {
        writer.WriteNumber("user_id"u8, membership.UserId);
        writer.WriteNumber("group_id"u8, membership.GroupId);
        JsonWriting.Flag(writer, "default"u8, membership.IsDefault);
    }
}
