using System.Text;
using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Reads and writes custom fields with values of all their types.</summary>
internal static class CustomFieldJson
{
    public static CustomField? Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            reader.Skip();
            return null;
        }

        long? id = null;
        var value = default(CustomFieldValue);
        while (JsonReading.NextMember(ref reader))
        {
            var name = JsonReading.Name(ref reader);
            reader.Read();
            if (name.SequenceEqual("id"u8))
            {
                id = JsonReading.Int64(ref reader);
            }
            else if (name.SequenceEqual("value"u8))
            {
                value = ReadValue(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return id is { } known ? new CustomField(known, value) : null;
    }

    public static void Write(Utf8JsonWriter writer, CustomField field)
    {
        writer.WriteStartObject();
        writer.WriteNumber("id"u8, field.Id);
        writer.WritePropertyName("value"u8);
        WriteValue(writer, field.Value);
        writer.WriteEndObject();
    }

    private static CustomFieldValue ReadValue(ref Utf8JsonReader reader)
    {
        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                return reader.GetString();
            case JsonTokenType.Number:
                // A number beyond what a decimal holds is kept as it is written.
                return reader.TryGetDecimal(out var number) ? number : Encoding.UTF8.GetString(reader.ValueSpan);
            case JsonTokenType.True or JsonTokenType.False:
                return reader.GetBoolean();
            case JsonTokenType.StartArray:
                return CustomFieldValue.FromStrings(JsonReading.List(ref reader, ReadElement));
            default:
                reader.Skip();
                return default;
        }
    }

    private static string? ReadElement(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.Number)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }

        return JsonReading.Text(ref reader);
    }

    private static void WriteValue(Utf8JsonWriter writer, CustomFieldValue value)
    {
        if (value.Text is { } text)
        {
            writer.WriteStringValue(text);
        }
        else if (value.Number is { } number)
        {
            writer.WriteNumberValue(number);
        }
        else if (value.Boolean is { } boolean)
        {
            writer.WriteBooleanValue(boolean);
        }
        else if (value.Texts is { } texts)
        {
            writer.WriteStartArray();
            foreach (var element in texts)
            {
                writer.WriteStringValue(element);
            }

            writer.WriteEndArray();
        }
        else
        {
            writer.WriteNullValue();
        }
    }
}
