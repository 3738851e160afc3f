using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Settings;

/// <summary>What the settings of one value have in common.</summary>
internal static class SingleValue
{
    /// <summary>Reports a section where a value belongs: read by its key it would count as missing. Only then it looks, since a look passes over every key.</summary>
    public static void FindUnknown(SettingDescription description, IConfigurationSection found, SettingSection section, ICollection<SettingFinding> findings)
    {
        if (string.IsNullOrEmpty(found.Value) && found.GetChildren().Any())
        {
            findings.Add(section.Wrong(description.Name, $"one value, not a section: {description.Allowed}"));
        }
    }
}
