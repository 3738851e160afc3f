using System.Text;
using AuthProfiles.AzureOpenAI.Chat;

namespace AuthProfiles.AzureOpenAI.Streaming;

/// <summary>Puts the pieces of one call of a tool together.</summary>
internal sealed class ToolCallBuilder
{
    private readonly StringBuilder _arguments = new();
    private string? _id;
    private string? _type;
    private string? _name;

    // The name and the ids come whole; some gateways repeat them, or send them empty, with every piece.
    public void Add(in ChatToolCallUpdate piece)
    {
        _id = piece.Id is { Length: > 0 } id ? id : _id;
        _type = piece.Type is { Length: > 0 } type ? type : _type;
        _name = piece.Name is { Length: > 0 } name ? name : _name;
        _arguments.Append(piece.Arguments);
    }

    public ChatToolCall Build() => new() { Id = _id ?? string.Empty, Type = _type ?? "function", Name = _name ?? string.Empty, Arguments = _arguments.ToString() };

    public ChatFunctionCall BuildFunction() => new(_name ?? string.Empty, _arguments.ToString());
}
