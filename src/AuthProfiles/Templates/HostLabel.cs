using System.Buffers;

namespace AuthProfiles.Templates;

/// <summary>One label of a host name: letters, digits and hyphen (RFC 1123, section 2.1), and nothing that stands for other characters.</summary>
internal static class HostLabel
{
    public const int Longest = 63;

    // ASCII only. System.Uri folds or drops many other characters, so that what passes it is not what was given.
    private static readonly SearchValues<char> Characters =
        SearchValues.Create("-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz");

    public static string? FaultOf(ReadOnlySpan<char> label)
    {
        if (label.IsEmpty)
        {
            return "it has an empty host label";
        }

        if (label.Length > Longest)
        {
            return "it has a host label of more than 63 characters";
        }

        if (label.ContainsAnyExcept(Characters))
        {
            return "it has a character other than ASCII letters, digits and hyphen";
        }

        if (label[0] == '-' || label[^1] == '-')
        {
            return "a host label begins or ends with a hyphen";
        }

        return label.Length > 3 && label[2] == '-' && label[3] == '-' ? "a host label has hyphens in positions 3 and 4, as encoded names have" : null;
    }
}
