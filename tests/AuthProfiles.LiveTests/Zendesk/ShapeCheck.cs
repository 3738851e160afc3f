using System.Text.Json;

namespace AuthProfiles.LiveTests.Zendesk;

/// <summary>Holds the shape of an answer against its schema: which members there are, and of which kind. Null fits everywhere, since the description leaves out where it may stand.</summary>
internal sealed class ShapeCheck(Contract contract)
{
    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Check(JsonElement schema, JsonElement value)
    {
        Check(schema, value, "$");
        return _problems;
    }

    private void Check(JsonElement unresolved, JsonElement value, string at)
    {
        var schema = contract.Resolve(unresolved);
        if (value.ValueKind == JsonValueKind.Null)
        {
            return;
        }

        if (schema.TryGetProperty("oneOf", out var options) || schema.TryGetProperty("anyOf", out options))
        {
            CheckOptions(options, value, at);
            return;
        }

        if (!IsOfKind(schema, value))
        {
            _problems.Add($"{at} is {value.ValueKind}, not {schema.GetProperty("type")}.");
            return;
        }

        if (schema.TryGetProperty("enum", out var words) && !words.EnumerateArray().Any(word => JsonElement.DeepEquals(word, value)))
        {
            _problems.Add($"{at} is {value}, which is none of {words}.");
        }

        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var item))
        {
            foreach (var (index, element) in value.EnumerateArray().Index())
            {
                Check(item, element, $"{at}[{index}]");
            }
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            CheckMembers(schema, value, at);
        }
    }

    private void CheckOptions(JsonElement options, JsonElement value, string at)
    {
        var fewest = options.EnumerateArray()
            .Select(option =>
            {
                var check = new ShapeCheck(contract);
                check.Check(option, value, at);
                return check._problems;
            })
            .MinBy(static problems => problems.Count)!;
        _problems.AddRange(fewest);
    }

    private void CheckMembers(JsonElement schema, JsonElement value, string at)
    {
        var members = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        Gather(schema, members, value, at);
        if (members.Count == 0)
        {
            // An object of which nothing more is said.
            return;
        }

        foreach (var member in value.EnumerateObject())
        {
            if (members.TryGetValue(member.Name, out var expected))
            {
                Check(expected, member.Value, $"{at}.{member.Name}");
            }
            else
            {
                _problems.Add($"{at}.{member.Name} is not in the contract.");
            }
        }
    }

    private void Gather(JsonElement unresolved, Dictionary<string, JsonElement> members, JsonElement value, string at)
    {
        var schema = contract.Resolve(unresolved);
        foreach (var part in schema.TryGetProperty("allOf", out var parts) || schema.TryGetProperty("anyOf", out parts) ? parts.EnumerateArray() : default)
        {
            Gather(part, members, value, at);
        }

        foreach (var member in schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject() : default)
        {
            members[member.Name] = member.Value;
        }

        foreach (var name in schema.TryGetProperty("required", out var required) ? required.EnumerateArray() : default)
        {
            if (!value.TryGetProperty(name.GetString()!, out _))
            {
                _problems.Add($"{at}.{name} is missing.");
            }
        }
    }

    private static bool IsOfKind(JsonElement schema, JsonElement value) => !schema.TryGetProperty("type", out var type) || type.GetString() switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        _ => value.ValueKind == JsonValueKind.Number,
    };
}
