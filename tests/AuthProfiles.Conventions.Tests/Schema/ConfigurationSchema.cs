using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using AuthProfiles.AzureOpenAI.Authorization;
using AuthProfiles.DependencyInjection;
using AuthProfiles.Zendesk.Authorization;

namespace AuthProfiles.Conventions.Tests.Schema;

/// <summary>The schemas that the packages give to editors of <c>appsettings.json</c>, made of the lists of settings.</summary>
internal static class ConfigurationSchema
{
    private static readonly JsonSerializerOptions Format = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Gets the kinds that each package reads, by the package's name.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<DescribedKind>> Kinds { get; } = new Dictionary<string, IReadOnlyList<DescribedKind>>(StringComparer.Ordinal)
    {
        ["AuthProfiles"] =
        [
            DescribedKind.Of(BuiltInKinds.ApiKey),
            DescribedKind.Of(BuiltInKinds.Basic),
            DescribedKind.Of(BuiltInKinds.Bearer),
            DescribedKind.Of(BuiltInKinds.Custom),
            DescribedKind.Of(BuiltInKinds.ClientCredentials),
            DescribedKind.Of(BuiltInKinds.AuthorizationCode),
            DescribedKind.Of(BuiltInKinds.DeviceCode),
            DescribedKind.Of(BuiltInKinds.RefreshToken),
            DescribedKind.Of(BuiltInKinds.TokenExchange),
            DescribedKind.Of(BuiltInKinds.JwtBearer),
            DescribedKind.Of(BuiltInKinds.Password),
        ],
        ["AuthProfiles.AzureOpenAI"] = [DescribedKind.Of(AzureOpenAIKind.Instance)],
        ["AuthProfiles.Zendesk"] = [DescribedKind.Of(ZendeskKind.Instance)],
    };

    public static string Of(string package)
    {
        var sections = package switch
        {
            "AuthProfiles" => new JsonObject
            {
                ["Profiles"] = SectionNode.Of("Authorization profiles, by name.", Kinds[package]),
                ["KeyRing"] = KeyRing(),
            },
            "AuthProfiles.AzureOpenAI" => new() { ["AzureOpenAI"] = SectionNode.Of("Azure OpenAI resources, by name.", Kinds[package]) },
            _ => new() { ["Zendesk"] = SectionNode.Of("Zendesk accounts, by name.", Kinds[package]) },
        };
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject { ["AuthProfiles"] = new JsonObject { ["type"] = "object", ["properties"] = sections } },
        };
        return schema.ToJsonString(Format) + "\n";
    }

    private static JsonObject KeyRing() => new()
    {
        ["type"] = "object",
        ["description"] = "The keys that connections are encrypted with where they are kept.",
        ["properties"] = new JsonObject
        {
            ["Current"] = new JsonObject { ["type"] = "string", ["description"] = "The id of the key that encrypts. One key alone needs no choice." },
            ["Keys"] = new JsonObject
            {
                ["type"] = "object",
                ["description"] = "Keys of 32 random bytes in base64, by id. Secrets: keep them out of files that others read.",
                ["additionalProperties"] = new JsonObject { ["type"] = "string" },
            },
        },
    };
}
