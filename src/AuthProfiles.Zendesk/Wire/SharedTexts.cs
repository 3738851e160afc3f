using System.Text;
using System.Text.Json;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>The short texts of one answer that come again and again, such as tags and addresses, each as one string. It costs nothing before the first.</summary>
internal struct SharedTexts
{
    private const int Places = 64;
    private const int Longest = 40;

    private string?[]? _texts;

    /// <summary>Returns the text on which the reader stands, as the string that the same text had before if that is still at hand.</summary>
    public string Get(ref readonly Utf8JsonReader reader)
    {
        var utf8 = reader.ValueSpan;
        if (reader.ValueIsEscaped || utf8.Length is 0 or > Longest)
        {
            return reader.GetString()!;
        }

        ref var place = ref (_texts ??= new string?[Places])[(utf8[0] + (7 * utf8[^1]) + (31 * utf8.Length)) % Places];
        if (place is null || !Ascii.Equals(utf8, place))
        {
            place = reader.GetString()!;
        }

        return place;
    }
}
