using System.Globalization;
using System.Text.Json.Nodes;
using AuthProfiles.Settings;

namespace AuthProfiles.Conventions.Tests.Schema;

/// <summary>What the schema says of one setting.</summary>
internal static class SettingNode
{
    private static readonly JsonObject Text = new() { ["type"] = "string" };

    /// <param name="setting">The setting.</param>
    /// <param name="more">What its sentence goes on with, or nothing.</param>
    public static JsonObject Of(SettingDescription setting, string more)
    {
        var node = TypeOf(setting);
        node["description"] = setting.Sentence + more + (setting.IsSecret ? " A secret: keep it out of files that others read." : string.Empty);
        if (setting.Default is { Length: > 0 } value && DefaultOf(setting.Type, value) is { } shown)
        {
            node["default"] = shown;
        }

        return node;
    }

    private static JsonObject TypeOf(SettingDescription setting) => setting.Type switch
    {
        SettingType.Flag => new() { ["type"] = "boolean" },
        SettingType.Number => new() { ["type"] = "integer", ["minimum"] = Number(setting.Minimum), ["maximum"] = Number(setting.Maximum) },
        SettingType.Duration => new() { ["type"] = "string", ["pattern"] = "^([0-9]+\\.)?[0-9]{1,2}:[0-9]{2}(:[0-9]{2}(\\.[0-9]{1,7})?)?$" },
        SettingType.Choice => new() { ["enum"] = new JsonArray([.. setting.Choices.Select(static choice => (JsonNode)choice)]) },
        SettingType.TextList => new() { ["oneOf"] = new JsonArray(Text.DeepClone(), new JsonObject { ["type"] = "array", ["items"] = Text.DeepClone() }) },
        SettingType.TextMap => new()
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(setting.Choices.Select(static name => KeyValuePair.Create<string, JsonNode?>(name, Text.DeepClone()))),
            ["additionalProperties"] = Text.DeepClone(),
        },
        _ => new() { ["type"] = "string" },
    };

    private static JsonValue? DefaultOf(SettingType type, string value) => type switch
    {
        SettingType.Flag => JsonValue.Create(bool.Parse(value)),
        SettingType.Number => Number(value),
        SettingType.TextList or SettingType.TextMap => null,
        _ => JsonValue.Create(value),
    };

    private static JsonValue Number(string? text) => JsonValue.Create(int.Parse(text!, NumberStyles.Integer, CultureInfo.InvariantCulture));
}
