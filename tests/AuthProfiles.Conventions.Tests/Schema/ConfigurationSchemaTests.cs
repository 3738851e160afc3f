using System.Text.Json.Nodes;

namespace AuthProfiles.Conventions.Tests.Schema;

/// <summary>Holds the schemas that editors get: they are those of the settings that are read.</summary>
public sealed class ConfigurationSchemaTests
{
    private const string Approve = "AUTHPROFILES_APPROVE_API";

    /// <summary>Options that no list of settings has, each with the reason.</summary>
    private static readonly Dictionary<string, string> CodeOnly = new(StringComparer.Ordinal)
    {
        ["AdditionalFields"] = "Stands in settings numbered, and the schema has it for all kinds.",
        ["AuthorizationFields"] = "Stands in settings numbered, and the schema has it for all kinds.",
        ["Connections"] = "Stands in settings by tenant, and the schema has it for all kinds.",
        ["KeyField"] = "What the key is called for people is a connector's to say.",
        ["PasswordField"] = "What the password is called for people is a connector's to say.",
        ["UsernameField"] = "What the user name is called for people is a connector's to say.",
        ["Inputs"] = "The fields' values stand in settings by their own names.",
    };

    private static IEnumerable<string> Packages => ConfigurationSchema.Kinds.Keys;

    [TestCaseSource(nameof(Packages))]
    public void The_schema_is_that_of_the_settings(string package)
    {
        var path = Repository.PathOf("src", package, "ConfigurationSchema.json");
        var schema = ConfigurationSchema.Of(package);
        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            File.WriteAllText(path, schema);
        }

        Assert.That(
            File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : string.Empty,
            Is.EqualTo(schema),
            $"Settings and schema differ. Run: {Approve}=1 dotnet test tests/AuthProfiles.Conventions.Tests");
    }

    [TestCaseSource(nameof(Packages))]
    public void Every_setting_is_in_the_schema(string package)
    {
        var profile = JsonNode.Parse(ConfigurationSchema.Of(package))!["properties"]!["AuthProfiles"]!["properties"]!.AsObject().First().Value!["additionalProperties"]!;
        Conventions.Hold(
            ConfigurationSchema.Kinds[package].SelectMany(static kind => kind.Settings).Select(static setting => setting.Name).Distinct(StringComparer.Ordinal).Where(name => !IsIn(profile, name.Split(':'))),
            $"These settings of {package} are not in its schema:");
    }

    [Test]
    public void Every_option_but_a_function_is_a_setting() => Conventions.Hold(
        from kind in ConfigurationSchema.Kinds.Values.SelectMany(static kinds => kinds)
        from option in kind.Options.GetProperties()
        where !CodeOnly.ContainsKey(option.Name) && !typeof(Delegate).IsAssignableFrom(option.PropertyType)
        where !kind.Settings.Any(setting => setting.Name.Split(':')[0] == option.Name)
        select $"{kind.Name}: {option.Name}",
        "Give the option a setting, or enter it in ConfigurationSchemaTests.CodeOnly with the reason:");

    private static bool IsIn(JsonNode node, ReadOnlySpan<string> path)
    {
        if (path.IsEmpty)
        {
            return true;
        }

        var shape = node["anyOf"]?[1] ?? node;
        return path[0] == "0" && shape["items"] is { } items ? IsIn(items, path[1..]) : shape["properties"]?[path[0]] is { } found && IsIn(found, path[1..]);
    }
}
