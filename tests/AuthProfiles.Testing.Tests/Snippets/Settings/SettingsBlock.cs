using System.Security.Cryptography;
using System.Text.Json;
using System.Text.RegularExpressions;
using AuthProfiles;
using Microsoft.Extensions.Configuration;

namespace Snippets;

/// <summary>The settings that a JSON block shows, with values in place of "…".</summary>
internal static partial class SettingsBlock
{
    private static readonly string SigningKey = MakeSigningKey();

    /// <summary>Returns the blocks that show settings of ours, on all pages or on one.</summary>
    public static IEnumerable<MarkdownBlock> All(string? page = null) =>
        (page is null ? Markdown.Blocks("json") : Markdown.BlocksOf(page, "json")).Where(static block => block.Text.Contains("\"AuthProfiles\"", StringComparison.Ordinal));

    /// <summary>Reads a block as a host reads its settings file.</summary>
    /// <param name="block">The block.</param>
    /// <param name="values">What stands for "…", by the setting's last name; others get a value of their kind.</param>
    public static IConfigurationRoot Read(MarkdownBlock block, params (string Name, string Value)[] values)
    {
        using var document = JsonDocument.Parse(block.Text);
        return new ConfigurationBuilder().AddInMemoryCollection(Flatten(document.RootElement, string.Empty, values).Concat(UserSecrets(block, values)).DistinctBy(static setting => setting.Key, StringComparer.OrdinalIgnoreCase).ToArray()).Build();
    }

    // What the text below the block, in the same section of the page, says to set as a user secret.
    private static IEnumerable<KeyValuePair<string, string?>> UserSecrets(MarkdownBlock block, (string Name, string Value)[] values) =>
        block.End == int.MaxValue
            ? []
            : from line in Markdown.ReadLines(block.Page).Skip(block.End).TakeWhile(static line => !line.StartsWith('#') && line.Trim() != "```json")
              let set = UserSecret().Match(line)
              where set.Success
              select KeyValuePair.Create(set.Groups["key"].Value, (string?)ValueOf(set.Groups["key"].Value, values));

    private static IEnumerable<KeyValuePair<string, string?>> Flatten(JsonElement element, string path, (string Name, string Value)[] values) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Flatten(member.Value, Join(path, member.Name), values)),
        JsonValueKind.Array => element.EnumerateArray().SelectMany((item, i) => Flatten(item, Join(path, $"{i}"), values)),
        JsonValueKind.String when element.GetString() == "…" => [new(path, ValueOf(path, values))],
        _ => [new(path, element.ToString())],
    };

    private static string Join(string path, string name) => path.Length == 0 ? name : $"{path}:{name}";

    private static string ValueOf(string path, (string Name, string Value)[] values)
    {
        var name = path[(path.LastIndexOf(':') + 1)..];
        if (Array.Find(values, value => string.Equals(value.Name, name, StringComparison.OrdinalIgnoreCase)) is { Value: { } given })
        {
            return given;
        }

        return name.ToUpperInvariant() switch
        {
            "TENANTID" => "00000000-0000-0000-0000-000000000001",
            "EMAIL" => "agent@acme.example",
            "CLIENTKEY" or "SECONDARYCLIENTKEY" => SigningKey,
            _ when path.StartsWith("AuthProfiles:KeyRing:Keys:", StringComparison.Ordinal) => ConnectionKeyRing.CreateKey(),
            _ => "v-123",
        };
    }

    [GeneratedRegex(@"^dotnet user-secrets .*\bset (?<key>AuthProfiles:\S+) …$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex UserSecret();

    private static string MakeSigningKey()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        return key.ExportPkcs8PrivateKeyPem();
    }
}
