namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>A spoken answer.</summary>
/// <remarks>Immutable and thread-safe. Its printed form holds what was said.</remarks>
public sealed record ChatAudio
{
    /// <summary>Gets the service's id of the answer, by which a later request refers to it.</summary>
    public string Id { get; init; } = string.Empty;

    /// <summary>Gets when the service forgets the answer, or null where it did not say.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets the recording, encoded as it was asked for.</summary>
    public ReadOnlyMemory<byte> Bytes { get; init; }

    /// <summary>Gets what is said, as text.</summary>
    public string Transcript { get; init; } = string.Empty;
}
