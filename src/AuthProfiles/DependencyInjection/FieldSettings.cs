using AuthProfiles.Settings;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.DependencyInjection;

/// <summary>Reads additional fields and authorization fields from settings, where they stand numbered from 0, with a <c>Key</c> each.</summary>
/// <remarks>By key, like all else: the numbers are tried in turn until one is missing.</remarks>
internal static class FieldSettings
{
    public static void Read(IConfiguration settings, SettingSection section, ProfileOptions options, ICollection<SettingFinding> findings)
    {
        ReadEach(settings, section, nameof(options.AdditionalFields), (read, _) => options.AdditionalFields.Add(new(read("Key")!, read("Title"), read("Hint")) { Example = read("Example"), Pattern = read("Pattern"), Secret = !IsFalse(read("Secret")), Optional = IsTrue(read("Optional")) }));
        ReadEach(settings, section, nameof(options.AuthorizationFields), (read, number) =>
        {
            var (key, value) = (read("Key")!, read("Value") ?? string.Empty);
            AuthorizationField? field = read("Type")?.ToUpperInvariant() switch
            {
                "HEADER" => AuthorizationField.Header(key, value),
                "PAYLOAD" => AuthorizationField.Payload(key, value),
                "QUERYSTRING" => AuthorizationField.QueryString(key, value),
                "PATHPARAM" => AuthorizationField.PathParam(key, value),
                _ => null,
            };
            if (field is null)
            {
                findings.Add(section.Wrong($"{nameof(options.AuthorizationFields)}:{number}:Type", $"one of {string.Join(", ", Enum.GetNames<AuthorizationFieldType>())}"));
                return;
            }

            options.AuthorizationFields.Add(field);
        });
    }

    private static void ReadEach(IConfiguration settings, SettingSection section, string list, Action<Func<string, string?>, int> add)
    {
        for (var i = 0; settings[section.Key($"{list}:{i}:Key")] is { Length: > 0 }; i++)
        {
            var number = i;
            add(part => settings[section.Key($"{list}:{number}:{part}")], number);
        }
    }

    private static bool IsTrue(string? text) => string.Equals(text, "true", StringComparison.OrdinalIgnoreCase);

    private static bool IsFalse(string? text) => string.Equals(text, "false", StringComparison.OrdinalIgnoreCase);
}
