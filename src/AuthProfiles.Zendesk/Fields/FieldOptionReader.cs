using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Fields;

/// <summary>Reads the options of fields.</summary>
internal static class FieldOptionReader
{
    public static FieldOption? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? id = null, position = null;
        string? called = null, rawName = null, value = null, url = null;
        bool? isDefault = null;
        UnknownMembers unknown = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 2 when name.SequenceEqual("id"u8):
                    id = json.Int64();
                    break;
                case 3 when name.SequenceEqual("url"u8):
                    url = json.Text();
                    break;
                case 4 when name.SequenceEqual("name"u8):
                    called = json.Text();
                    break;
                case 5 when name.SequenceEqual("value"u8):
                    value = json.Text();
                    break;
                case 7 when name.SequenceEqual("default"u8):
                    isDefault = json.Boolean();
                    break;
                case 8 when name.SequenceEqual("raw_name"u8):
                    rawName = json.Text();
                    break;
                case 8 when name.SequenceEqual("position"u8):
                    position = json.Int64();
                    break;
                default:
                    json.Unknown(ref unknown);
                    break;
            }
        }

        return new FieldOption
        {
            Id = id,
            Name = called,
            RawName = rawName,
            Value = value,
            Position = position,
            IsDefault = isDefault ?? false,
            Url = url,
            AdditionalProperties = unknown.ToMembers(),
        };
    }
}
