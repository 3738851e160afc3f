namespace AuthProfiles.Templates;

/// <summary>Tells the 8-4-4-4-12 form of a GUID. The parser of <see cref="Guid"/> also takes signs and <c>0x</c> inside.</summary>
internal static class GuidText
{
    public static bool IsGuid(ReadOnlySpan<char> text)
    {
        if (text.Length != 36)
        {
            return false;
        }

        for (var i = 0; i < text.Length; i++)
        {
            var fits = i is 8 or 13 or 18 or 23 ? text[i] == '-' : char.IsAsciiHexDigit(text[i]);
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }
}
