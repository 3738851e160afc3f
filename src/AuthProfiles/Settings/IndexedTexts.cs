using System.Globalization;

namespace AuthProfiles.Settings;

/// <summary>Values numbered from 0, as an array in a JSON file becomes.</summary>
internal static class IndexedTexts
{
    /// <summary>Reads until a number is missing. A blank value is an error, so that it can't hide those behind it.</summary>
    public static IReadOnlyList<(string Setting, string Text)> Read(in SettingReader reader, string name, string allowed)
    {
        List<(string Setting, string Text)>? texts = null;
        var setting = Key(name, 0);
        for (var index = 1; reader[setting] is { } text; index++)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                reader.Wrong(setting, allowed);
            }
            else
            {
                (texts ??= []).Add((setting, text));
            }

            setting = Key(name, index);
        }

        return texts ?? (IReadOnlyList<(string Setting, string Text)>)[];
    }

    /// <summary>Says whether a name is one of the numbers below the count, spelt as it is read.</summary>
    public static bool IsIndex(string name, int count) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < count
        && (name.Length == 1 || name[0] != '0');

    private static string Key(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}:{index}");
}
