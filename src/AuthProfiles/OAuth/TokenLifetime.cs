using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace AuthProfiles.OAuth;

/// <summary>Reads <c>expires_in</c>, in which servers differ most. A bad value never costs a valid token.</summary>
internal static class TokenLifetime
{
    /// <summary>The longest lifetime that is believed; any sum with a clock's time stays in range.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(3650);

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.eE+-");

    /// <summary>Returns the lifetime, or null for whatever is no positive number of seconds.</summary>
    public static TimeSpan? Read(TokenMember expiresIn)
    {
        // The character check keeps out "NaN" and "Infinity", which the parser takes.
        if (expiresIn is not { Type: JsonTokenType.Number or JsonTokenType.String, Text: { } text }
            || text.AsSpan().ContainsAnyExcept(NumberCharacters)
            || !double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            || !(seconds > 0))
        {
            return null;
        }

        var lifetime = seconds < Longest.TotalSeconds ? TimeSpan.FromSeconds(seconds) : Longest;
        return lifetime > TimeSpan.Zero ? lifetime : null;
    }
}
