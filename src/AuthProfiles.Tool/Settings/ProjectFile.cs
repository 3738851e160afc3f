using System.Xml;
using System.Xml.Linq;

namespace AuthProfiles.Tool.Settings;

/// <summary>The project file in a folder.</summary>
internal static class ProjectFile
{
    /// <summary>Returns the id of the user secrets, or null where no project has one or several have different ones.</summary>
    public static string? FindUserSecretsId(string folder)
    {
        if (!Directory.Exists(folder))
        {
            return null;
        }

        var ids = Directory.EnumerateFiles(folder, "*.??proj").SelectMany(Read).Distinct(StringComparer.Ordinal).ToArray();
        return ids.Length == 1 ? ids[0] : null;
    }

    private static IEnumerable<string> Read(string path)
    {
        try
        {
            // An id that is computed is known to the build alone.
            return [.. XDocument.Load(path).Descendants().Where(static element => element.Name.LocalName == "UserSecretsId").Select(static element => element.Value.Trim()).Where(static id => id.Length > 0 && !id.Contains("$(", StringComparison.Ordinal))];
        }
        catch (Exception error) when (error is XmlException or IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }
}
