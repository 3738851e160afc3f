using System.Text;
using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Model;

/// <summary>Reads and writes custom fields with values of all their types.</summary>
internal static class CustomFieldJson
{
    public static CustomField? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null;
        var value = default(CustomFieldValue);
        while (json.NextMember(out var name))
        {
            if (name.SequenceEqual("id"u8))
            {
                id = json.Int64();
            }
            else if (name.SequenceEqual("value"u8))
            {
                value = ReadValue(ref json);
            }
            else
            {
                json.Skip();
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

    public static CustomFieldValue ReadValue(ref JsonSource json)
    {
        switch (json.Token)
        {
            case JsonTokenType.String:
                return json.SharedText();
            case JsonTokenType.Number:
                // A number beyond what a decimal holds is kept as it is written.
                return json.Decimal() is { } number ? number : Encoding.UTF8.GetString(json.Raw);
            case JsonTokenType.True or JsonTokenType.False:
                return json.Boolean() ?? false;
            case JsonTokenType.StartArray:
                return CustomFieldValue.FromStrings(json.List(static (ref json) => json.TextOrNumber()));
            default:
                json.Skip();
                return default;
        }
    }

    public static void WriteValue(Utf8JsonWriter writer, CustomFieldValue value)
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
