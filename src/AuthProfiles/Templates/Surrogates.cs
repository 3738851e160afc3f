using System.Buffers;
using System.Text;

namespace AuthProfiles.Templates;

/// <summary>Finds text that is not Unicode: half a character can be encoded by nobody.</summary>
internal static class Surrogates
{
    public const string Fault = "it has half a character (a lone surrogate)";

    public static bool HasLone(ReadOnlySpan<char> text)
    {
        for (var at = Next(text); at >= 0; at = Next(text))
        {
            text = text[at..];
            if (Rune.DecodeFromUtf16(text, out _, out var consumed) != OperationStatus.Done)
            {
                return true;
            }

            text = text[consumed..];
        }

        return false;
    }

    private static int Next(ReadOnlySpan<char> text) => text.IndexOfAnyInRange('\uD800', '\uDFFF');
}
