using System.Text.Json.Nodes;
using AuthProfiles.Settings;

namespace AuthProfiles.Conventions.Tests.Schema;

/// <summary>What the schema says of a section with profiles, whose names are the application's own.</summary>
internal static class SectionNode
{
    public static JsonObject Of(string description, params IReadOnlyList<DescribedKind> kinds)
    {
        var properties = new JsonObject();
        if (kinds.Count > 1)
        {
            properties["Type"] = new JsonObject
            {
                ["enum"] = new JsonArray([.. kinds.Select(static kind => (JsonNode)kind.Name)]),
                ["description"] = "How the profile authorizes, for one that no code declares.",
            };
        }

        foreach (var named in kinds.SelectMany(static kind => kind.Settings, static (kind, setting) => (Kind: kind.Name, Setting: setting)).GroupBy(static pair => pair.Setting.Name, StringComparer.Ordinal))
        {
            Add(properties, named.Key.Split(':'), SettingNode.Of(named.First().Setting, ScopeOf([.. named.Select(static pair => pair.Kind)], kinds.Count)));
        }

        AddFields(properties);
        return new() { ["type"] = "object", ["description"] = description, ["additionalProperties"] = new JsonObject { ["type"] = "object", ["properties"] = properties } };
    }

    private static string ScopeOf(IReadOnlyList<string> kinds, int all) => kinds.Count == all ? string.Empty : $" For {string.Join(", ", kinds)}.";

    // A number in a path is an entry of an array.
    private static void Add(JsonObject properties, ReadOnlySpan<string> path, JsonObject setting)
    {
        if (path.Length == 1)
        {
            properties[path[0]] = setting;
            return;
        }

        if (path[1] == "0")
        {
            var array = Child(properties, path[0], static () => new() { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "object", ["properties"] = new JsonObject() } });
            Add(array["items"]!["properties"]!.AsObject(), path[2..], setting);
            return;
        }

        var group = Child(properties, path[0], static () => new() { ["type"] = "object", ["properties"] = new JsonObject() });
        Add(group["properties"]!.AsObject(), path[1..], setting);
    }

    private static JsonObject Child(JsonObject properties, string name, Func<JsonObject> make)
    {
        if (properties[name] is not JsonObject known)
        {
            return (properties[name] = make()).AsObject();
        }

        if (known["properties"] is not null || known["items"] is not null || known["anyOf"] is not null)
        {
            return known["anyOf"]?[1]?.AsObject() ?? known;
        }

        // A provider is a name, or an object of settings of its own.
        var made = make();
        properties[name] = new JsonObject { ["anyOf"] = new JsonArray(known.DeepClone(), made) };
        return made;
    }

    // What is read beside the list of settings, the same for all kinds.
    private static void AddFields(JsonObject properties)
    {
        properties["Connections"] = Map("Connections by tenant, the application's own word for its customer.", new JsonObject
        {
            ["type"] = "object",
            ["description"] = "The values of this tenant's connection, by field.",
            ["additionalProperties"] = new JsonObject { ["type"] = "string" },
        });
        properties["AdditionalFields"] = Records("Values that a connection gives besides those of the kind.", "Key", "Title", "Hint", "Example", "Pattern", "Secret", "Optional");
        properties["AuthorizationFields"] = Records("Values put on every request besides the kind's own credential.", "Type", "Key", "Value");
        properties["AuthorizationFields"]!["items"]!["properties"]!["Type"]!["enum"] = new JsonArray([.. Enum.GetNames<AuthorizationFieldType>().Select(static name => (JsonNode)name)]);
    }

    private static JsonObject Map(string description, JsonObject values) => new() { ["type"] = "object", ["description"] = description, ["additionalProperties"] = values };

    private static JsonObject Records(string description, params string[] members) => new()
    {
        ["type"] = "array",
        ["description"] = description,
        ["items"] = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(members.Select(static member =>
                KeyValuePair.Create<string, JsonNode?>(member, new JsonObject { ["type"] = member is "Secret" or "Optional" ? "boolean" : "string" }))),
        },
    };
}
