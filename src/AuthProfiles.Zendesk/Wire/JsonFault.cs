using System.Globalization;
using System.Text.Json;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>Takes the service's text out of what a reader says about it.</summary>
internal static class JsonFault
{
    /// <summary>Returns the cause as it may be shown: our own as it is, the reader's with the place alone, because it quotes what it found.</summary>
    public static Exception Shown(Exception cause) => cause is JsonException fault && fault.GetType() != typeof(JsonException)
        ? new JsonException(string.Create(CultureInfo.InvariantCulture, $"No JSON at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}."))
        : cause;
}
