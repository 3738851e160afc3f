namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>What all updates of a stream have in common, so that they share it.</summary>
internal sealed record ChatStreamHead
{
    public static ChatStreamHead None { get; } = new();

    public string Id { get; init; } = string.Empty;

    public string Model { get; init; } = string.Empty;

    public DateTimeOffset? CreatedAt { get; init; }

    public string? SystemFingerprint { get; init; }

    public string? RequestId { get; init; }

    public string? ClientRequestId { get; init; }
}
