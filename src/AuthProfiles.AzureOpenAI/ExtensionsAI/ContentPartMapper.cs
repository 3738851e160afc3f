using Microsoft.Extensions.AI;

namespace AuthProfiles.AzureOpenAI.ExtensionsAI;

/// <summary>Turns what a user shows into pieces of a message.</summary>
internal static class ContentPartMapper
{
    /// <summary>Makes a piece; null if the service has none like it.</summary>
    public static Chat.ChatContentPart? ToPart(AIContent content) => content switch
    {
        { RawRepresentation: Chat.ChatContentPart part } => part,
        TextContent text => new Chat.ChatTextPart(text.Text),
        UriContent uri when uri.HasTopLevelMediaType("image") => new Chat.ChatImagePart(uri.Uri.OriginalString) { Detail = DetailOf(uri) },
        DataContent data when data.HasTopLevelMediaType("image") => new Chat.ChatImagePart(data.Data, data.MediaType) { Detail = DetailOf(data) },
        DataContent data when data.HasTopLevelMediaType("audio") => new Chat.ChatAudioPart(data.Data, AudioFormatOf(data.MediaType)),
        DataContent data => new Chat.ChatFilePart(data.Data, data.MediaType, data.Name ?? NameOf(data.MediaType)),
        HostedFileContent file => new Chat.ChatFilePart(file.FileId),
        _ => null,
    };

    /// <summary>Returns the media type of a spoken answer.</summary>
    public static string MediaTypeOf(string? audioFormat) => audioFormat switch
    {
        null => "application/octet-stream",
        "mp3" => "audio/mpeg",
        _ => "audio/" + audioFormat,
    };

    private static string? DetailOf(AIContent content) =>
        content.AdditionalProperties is { } properties && properties.TryGetValue("detail", out var detail) ? detail?.ToString() : null;

    private static string AudioFormatOf(string mediaType)
    {
        var end = mediaType.IndexOf(';', StringComparison.Ordinal);
        var type = (end < 0 ? mediaType : mediaType[..end]).TrimEnd()["audio/".Length..];
        return type.ToUpperInvariant() switch
        {
            "MPEG" or "MP3" => "mp3",
            "WAV" or "X-WAV" or "WAVE" or "VND.WAVE" => "wav",
            _ => type,
        };
    }

    private static string NameOf(string mediaType) => mediaType.StartsWith("application/pdf", StringComparison.OrdinalIgnoreCase) ? "file.pdf" : "file";
}
