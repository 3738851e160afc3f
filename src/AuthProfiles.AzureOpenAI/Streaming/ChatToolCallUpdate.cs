using AuthProfiles.AzureOpenAI.Chat;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>A piece of a call of a tool. <see cref="ChatCompletionBuilder"/> puts the pieces together.</summary>
/// <remarks>Immutable and thread-safe. Its printed form holds the piece of the arguments.</remarks>
/// <param name="Index">Which of the answer's calls it belongs to, from 0 on: pieces of several calls may alternate.</param>
/// <param name="Id">The service's id of the call, usually in its first piece alone, or null.</param>
/// <param name="Type">The kind of tool, usually in the first piece alone, or null.</param>
/// <param name="Name">The function's name, usually in the first piece alone, or null.</param>
/// <param name="Arguments">The piece of the arguments, which by itself is no JSON. It may be empty.</param>
/// <seealso cref="ChatToolCall"/>
public readonly record struct ChatToolCallUpdate(int Index, string? Id, string? Type, string? Name, string Arguments);
