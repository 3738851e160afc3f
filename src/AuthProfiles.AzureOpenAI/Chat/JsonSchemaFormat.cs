using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>The form of a JSON schema.</summary>
internal sealed record JsonSchemaFormat : ChatResponseFormat
{
    private readonly string _name;
    private readonly JsonElement _schema;
    private readonly bool? _isStrict;
    private readonly string? _description;

    public JsonSchemaFormat(string name, JsonElement schema, bool? isStrict, string? description)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        _name = name;
        _schema = JsonCopy.Object(schema, "A schema");
        _isStrict = isStrict;
        _description = description;
    }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("type"u8, "json_schema"u8);
        json.WriteStartObject("json_schema"u8);
        json.WriteString("name"u8, _name);
        JsonWrite.Text(json, "description"u8, _description);
        JsonWrite.Json(json, "schema"u8, _schema);
        JsonWrite.Flag(json, "strict"u8, _isStrict);
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
