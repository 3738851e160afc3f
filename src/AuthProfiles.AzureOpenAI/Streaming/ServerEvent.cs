namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>One event of a stream. Its bytes are those of the parser: they hold until its next step.</summary>
internal readonly ref struct ServerEvent(ReadOnlySpan<byte> name, ReadOnlySpan<byte> data)
{
    /// <summary>Gets the event's name, empty for an ordinary one.</summary>
    public ReadOnlySpan<byte> Name { get; } = name;

    /// <summary>Gets the lines of data, with a line feed between them; empty where there is none.</summary>
    public ReadOnlySpan<byte> Data { get; } = data;
}
