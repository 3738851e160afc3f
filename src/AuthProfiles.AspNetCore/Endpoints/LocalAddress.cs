using System.Text;

namespace AuthProfiles.AspNetCore.Endpoints;

/// <summary>The rule of addresses that users are sent back to: the application's own, and no other.</summary>
internal static class LocalAddress
{
    private const int Longest = 2000;

    /// <summary>Returns the address as a header can carry it if it is one of the application's own, else null.</summary>
    /// <remarks>It begins with one slash. Browsers read a second one, or a backslash, as the begin of another host, and pass over control characters.</remarks>
    public static string? Check(string? address)
    {
        if (address is not { Length: > 0 and <= Longest }
            || address[0] != '/'
            || (address.Length > 1 && address[1] == '/')
            || address.Any(static character => character == '\\' || char.IsControl(character)))
        {
            return null;
        }

        var encoded = string.Concat(address.EnumerateRunes().Select(static rune => rune.IsAscii && rune.Value != ' ' ? rune.ToString() : Uri.EscapeDataString(rune.ToString())));
        return encoded.Length <= Longest ? encoded : null;
    }
}
