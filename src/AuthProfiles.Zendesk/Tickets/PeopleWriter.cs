using System.Globalization;
using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Writes the people of a ticket.</summary>
internal static class PeopleWriter
{
    public static void Requester(Utf8JsonWriter writer, Requester? requester)
    {
        if (requester is null)
        {
            return;
        }

        writer.WriteStartObject("requester"u8);
        JsonWriting.Text(writer, "name"u8, requester.Name);
        writer.WriteString("email"u8, requester.Email);
        writer.WriteEndObject();
    }

    public static void Collaborators(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<Collaborator>? people) => JsonWriting.List(writer, name, people, static (writer, person) =>
    {
        if (person.UserId is { } id)
        {
            writer.WriteNumberValue(id);
            return;
        }

        writer.WriteStartObject();
        JsonWriting.Text(writer, "name"u8, person.Name);
        JsonWriting.Text(writer, "email"u8, person.Email);
        writer.WriteEndObject();
    });

    public static void Changes(Utf8JsonWriter writer, ReadOnlySpan<byte> name, IReadOnlyList<ParticipantChange>? people) => JsonWriting.List(writer, name, people, static (writer, person) =>
    {
        writer.WriteStartObject();

        // A text, as the documentation has it.
        JsonWriting.Text(writer, "user_id"u8, person.UserId?.ToString(CultureInfo.InvariantCulture));
        JsonWriting.Text(writer, "user_email"u8, person.Email);
        JsonWriting.Text(writer, "user_name"u8, person.Name);
        writer.WriteString("action"u8, person.IsRemoval ? "delete"u8 : "put"u8);
        writer.WriteEndObject();
    });
}
