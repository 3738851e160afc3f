using System.Globalization;
using System.Text;

namespace AuthProfiles.AspNetCore.Pages;

/// <summary>Makes ids of names: an id has no white space, or nothing can refer to it.</summary>
internal static class ElementId
{
    /// <summary>Returns the name with what is neither a letter nor a digit of ASCII spelled by its number, so that different names stay different.</summary>
    public static string Of(string name)
    {
        var id = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            _ = char.IsAsciiLetterOrDigit(character) ? id.Append(character) : id.Append(CultureInfo.InvariantCulture, $"_{(int)character}_");
        }

        return id.ToString();
    }
}
