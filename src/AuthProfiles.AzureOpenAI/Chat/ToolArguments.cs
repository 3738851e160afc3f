using System.Text.Json;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Parses the arguments that a model wrote.</summary>
internal static class ToolArguments
{
    private static readonly JsonElement Nothing = Parse("{}");

    /// <summary>Parses arguments that may be anything; for a function without parameters some models write no text at all.</summary>
    public static bool TryParse(string text, out JsonElement arguments)
    {
        try
        {
            arguments = string.IsNullOrWhiteSpace(text) ? Nothing : Parse(text);
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException)
        {
            // Not JSON, too deep, or half of a surrogate pair.
            arguments = default;
        }

        if (arguments.ValueKind == JsonValueKind.Object)
        {
            return true;
        }

        arguments = default;
        return false;
    }

    private static JsonElement Parse(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
