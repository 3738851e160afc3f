namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>What the data of an event turned out to be.</summary>
internal enum ChunkContent
{
    /// <summary>A chunk of the completion.</summary>
    Chunk,

    /// <summary>An error of the service.</summary>
    Error,

    /// <summary>An error of the service that stands there by itself, without <c>error</c> around it.</summary>
    FlatError,

    /// <summary>JSON that says nothing about the completion, such as a sign of life.</summary>
    Other,
}
