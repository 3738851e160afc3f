using System.Globalization;

namespace AuthProfiles.Settings;

/// <summary>Values numbered from 0, as an array in a JSON file becomes.</summary>
internal static class IndexedTexts
{
    public static string Key(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}:{index}");

    /// <summary>Reads until a number is missing. A blank value is an error, so that it can't hide those behind it.</summary>
    public static List<string> Read(in SettingReader reader, string name, string allowed)
    {
        List<string> texts = [];
        for (var index = 0; reader[Key(name, index)] is { } text; index++)
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                reader.Wrong(Key(name, index), allowed);
            }
            else
            {
                texts.Add(text);
            }
        }

        return texts;
    }

    /// <summary>Says whether a name is one of the numbers below the count, spelt as it is read.</summary>
    public static bool IsIndex(string name, int count) =>
        int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
        && index < count
        && (name.Length == 1 || name[0] != '0');
}
