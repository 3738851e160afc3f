namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>How a spoken answer sounds and is encoded.</summary>
/// <param name="Voice">The voice, such as <c>alloy</c>. The set is open.</param>
/// <param name="Format">How it is encoded, such as <c>wav</c> or <c>mp3</c>. The set is open.</param>
public sealed record ChatAudioOptions(string Voice, string Format);
