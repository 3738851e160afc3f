namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>The texts that differ from chunk to chunk.</summary>
internal enum HoleKind
{
    /// <summary>Noise that hides the length of the text.</summary>
    Obfuscation,

    /// <summary>The piece of the answer.</summary>
    Text,

    /// <summary>The piece of a tool's arguments.</summary>
    Arguments,
}
