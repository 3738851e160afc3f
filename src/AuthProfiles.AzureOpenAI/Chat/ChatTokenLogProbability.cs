using System.Collections.Immutable;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>How probable one token was at its place.</summary>
/// <remarks>Immutable and thread-safe. Its printed form holds the token.</remarks>
public sealed record ChatTokenLogProbability
{
    /// <summary>Gets the token's text. A token that is part of a character is shown by the service in its own way: join <see cref="Utf8Bytes"/> instead.</summary>
    public string Token { get; init; } = string.Empty;

    /// <summary>Gets the natural logarithm of the probability, or not a number where the service did not say.</summary>
    /// <value>-9999.0 is the service's word for very improbable.</value>
    public double LogProbability { get; init; } = double.NaN;

    /// <summary>Gets the bytes that the token stands for, or null where the service did not say.</summary>
    public ReadOnlyMemory<byte>? Utf8Bytes { get; init; }

    /// <summary>Gets the most probable tokens at this place, as many as were asked for; they have none themselves.</summary>
    public ImmutableArray<ChatTokenLogProbability> TopAlternatives { get; init; } = [];
}
