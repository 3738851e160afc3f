using System.Net;
using AuthProfiles.Settings;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.DependencyInjection;

/// <summary>Reads additional fields, authorization fields and the answers that mean an expired token from settings, where they stand numbered from 0.</summary>
/// <remarks>By key, like all else: the numbers are tried in turn until one is missing.</remarks>
internal static class FieldSettings
{
    public static void Read(IConfiguration settings, SettingSection section, ProfileOptions options, ICollection<string> errors)
    {
        ReadEach(settings, section, nameof(options.AdditionalFields), "Key", read => options.AdditionalFields.Add(new(read("Key")!, read("Title"), read("Hint")) { Secret = !IsFalse(read("Secret")) }));
        ReadEach(settings, section, nameof(options.AuthorizationFields), "Key", read =>
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
                errors.Add(section.Wrong($"{nameof(options.AuthorizationFields)}:{options.AuthorizationFields.Count}:Type", $"one of {string.Join(", ", Enum.GetNames<AuthorizationFieldType>())}"));
                return;
            }

            options.AuthorizationFields.Add(field);
        });
        ReadEach(settings, section, nameof(options.ExpiredWhen), nameof(ExpiredAnswer.Status), read =>
        {
            // A number that is no status is refused with all else that the profile checks; what is no number would be none of the list.
            var status = Values.TryParseNumber(read(nameof(ExpiredAnswer.Status))!, out var number) ? number : 0;
            options.ExpiredWhen.Add(new((HttpStatusCode)status, NullIfBlank(read(nameof(ExpiredAnswer.BodyPath))), NullIfBlank(read(nameof(ExpiredAnswer.Value)))));
        });
    }

    private static void ReadEach(IConfiguration settings, SettingSection section, string list, string first, Action<Func<string, string?>> add)
    {
        for (var i = 0; settings[section.Key($"{list}:{i}:{first}")] is { Length: > 0 }; i++)
        {
            var number = i;
            add(part => settings[section.Key($"{list}:{number}:{part}")]);
        }
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    private static bool IsFalse(string? text) => string.Equals(text, "false", StringComparison.OrdinalIgnoreCase);
}
