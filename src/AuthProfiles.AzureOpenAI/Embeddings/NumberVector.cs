using System.Globalization;
using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>Reads a vector that is an array of numbers, from a server that does not know base64.</summary>
internal static class NumberVector
{
    private const int MostDigits = 18;
    private const int MostDecimals = 22;
    private const double SmallestSure = 1e-37;
    private const long FloatRest = 0x1FFF_FFFF;
    private const long Middle = 0x1000_0000;
    private const long Margin = 8;

    private static readonly double[] Powers = [.. Enumerable.Range(0, MostDecimals + 1).Select(static power => double.Parse($"1e{power}", CultureInfo.InvariantCulture))];

    private static ReadOnlySpan<byte> Spaces => " \t\r\n"u8;

    /// <summary>Returns how many numbers the array has; 0 for none.</summary>
    /// <param name="array">The JSON array, from bracket to bracket.</param>
    public static int Count(ReadOnlySpan<byte> array) => array[1..^1].Trim(Spaces).IsEmpty ? 0 : array.Count((byte)',') + 1;

    /// <summary>Reads the numbers, each to the same bits as <see cref="float.Parse(string)"/> does. What that takes for infinite is none.</summary>
    /// <param name="array">The JSON array, from bracket to bracket.</param>
    /// <param name="numbers">As many as <see cref="Count"/> says.</param>
    /// <exception cref="JsonException">A member is no number, or too large.</exception>
    public static void Read(ReadOnlySpan<byte> array, Span<float> numbers)
    {
        var rest = array[1..^1];
        foreach (ref var number in numbers)
        {
            var end = rest.IndexOf((byte)',');
            number = Read(rest[..(end < 0 ? rest.Length : end)].Trim(Spaces));
            rest = end < 0 ? [] : rest[(end + 1)..];
        }
    }

    private static float Read(ReadOnlySpan<byte> text)
    {
        long digits = 0;
        int count = 0, decimals = 0;
        var isFraction = false;
        foreach (var character in text.StartsWith("-"u8) ? text[1..] : text)
        {
            if (char.IsAsciiDigit((char)character) && count < MostDigits)
            {
                digits = (digits * 10) + (character - '0');
                count += digits == 0 ? 0 : 1;
                decimals += isFraction ? 1 : 0;
            }
            else if (character == '.' && !isFraction)
            {
                isFraction = true;
            }
            else
            {
                return Parse(text);
            }
        }

        // The double is less than 2 of its last bits away from the number. Rounded to a float it is the number's own, unless it is about
        // as far from the middle between two floats, or where floats have fewer bits.
        var value = decimals <= MostDecimals ? digits / Powers[decimals] : 0;
        return value > SmallestSure && Math.Abs((BitConverter.DoubleToInt64Bits(value) & FloatRest) - Middle) > Margin
            ? (float)(text[0] == '-' ? -value : value)
            : Parse(text);
    }

    private static float Parse(ReadOnlySpan<byte> text) =>
        float.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var number) && float.IsFinite(number)
            ? number
            : throw new JsonException("An embedding holds something other than numbers, or one that no float can hold.");
}
