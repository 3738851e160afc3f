using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Macros;

/// <summary>Reads macros.</summary>
internal static class MacroReader
{
    public static Macro? Read(ref JsonSource json)
    {
        if (!json.BeginsObject())
        {
            return null;
        }

        long? position = null, usageLastHour = null, usageLastDay = null, usageLastWeek = null, usageLastMonth = null;
        string? title = null, description = null;
        bool? isActive = null, isDefault = null;
        IReadOnlyList<MacroAction> actions = [];
        MacroRestriction? restriction = null;
        JsonElement? appInstallation = null, categories = null, permissions = null;
        RecordHead head = default;
        while (json.NextMember(out var name))
        {
            switch (name.Length)
            {
                case 5 when name.SequenceEqual("title"u8):
                    title = json.Text();
                    break;
                case 6 when name.SequenceEqual("active"u8):
                    isActive = json.Boolean();
                    break;
                case 7 when name.SequenceEqual("default"u8):
                    isDefault = json.Boolean();
                    break;
                case 7 when name.SequenceEqual("actions"u8):
                    actions = json.List(MacroActionJson.Read);
                    break;
                case 8 when name.SequenceEqual("position"u8):
                    position = json.Int64();
                    break;
                case 8 when name.SequenceEqual("usage_1h"u8):
                    usageLastHour = json.Int64();
                    break;
                case 8 when name.SequenceEqual("usage_7d"u8):
                    usageLastWeek = json.Int64();
                    break;
                case 9 when name.SequenceEqual("usage_24h"u8):
                    usageLastDay = json.Int64();
                    break;
                case 9 when name.SequenceEqual("usage_30d"u8):
                    usageLastMonth = json.Int64();
                    break;
                case 10 when name.SequenceEqual("categories"u8):
                    categories = RawReader.Value(ref json);
                    break;
                case 11 when name.SequenceEqual("description"u8):
                    description = json.Text();
                    break;
                case 11 when name.SequenceEqual("restriction"u8):
                    restriction = MacroRestrictionJson.Read(ref json);
                    break;
                case 11 when name.SequenceEqual("permissions"u8):
                    permissions = RawReader.Value(ref json);
                    break;
                case 16 when name.SequenceEqual("app_installation"u8):
                    appInstallation = RawReader.Value(ref json);
                    break;
                default:
                    head.Read(name, ref json);
                    break;
            }
        }

        return new Macro
        {
            Id = head.Id("A macro"),
            Title = title,
            Description = description,
            IsActive = isActive ?? false,
            IsDefault = isDefault ?? false,
            Position = position,
            Actions = actions,
            Restriction = restriction,
            UsageLastHour = usageLastHour,
            UsageLastDay = usageLastDay,
            UsageLastWeek = usageLastWeek,
            UsageLastMonth = usageLastMonth,
            AppInstallation = appInstallation,
            Categories = categories,
            Permissions = permissions,
            CreatedAt = head.CreatedAt,
            UpdatedAt = head.UpdatedAt,
            Url = head.Url,
            AdditionalProperties = head.Others(),
        };
    }
}
