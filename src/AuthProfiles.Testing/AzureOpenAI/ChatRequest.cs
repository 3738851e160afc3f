using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.AzureOpenAI;

/// <summary>The body of a chat completion request, checked.</summary>
internal sealed class ChatRequest
{
    private static readonly string[] s_roles = ["assistant", "developer", "function", "system", "tool", "user"];

    private ChatRequest(IReadOnlyList<ChatMessage> messages) => Messages = messages;

    public IReadOnlyList<ChatMessage> Messages { get; }

    public int Choices { get; private init; }

    public int? MaxTokens { get; private init; }

    public bool Streams { get; private init; }

    public bool IncludesUsage { get; private init; }

    /// <summary>Gets the names of the functions that are offered.</summary>
    public IReadOnlyList<string> Tools { get; private init; } = [];

    /// <summary>Gets the schema that the answer is to have, or null.</summary>
    public JsonElement? Schema { get; private init; }

    public static bool TryRead(JsonElement body, [NotNullWhen(true)] out ChatRequest? request, [NotNullWhen(false)] out LocalResponse? refusal)
    {
        (request, refusal) = (null, CheckNumbers(body));
        if (refusal is not null)
        {
            return false;
        }

        if (!body.TryGetProperty("messages", out var messages) || messages.ValueKind != JsonValueKind.Array || messages.GetArrayLength() == 0)
        {
            refusal = AzureError.Invalid("'messages' must be an array of at least one message.", "messages");
            return false;
        }

        var read = new List<ChatMessage>();
        foreach (var message in messages.EnumerateArray())
        {
            if (!TryReadMessage(message, out var text))
            {
                refusal = AzureError.Invalid($"'messages[{read.Count}]' needs a known role, and content or tool calls.", "messages");
                return false;
            }

            read.Add(new ChatMessage(message.GetProperty("role").GetString()!, text));
        }

        var streams = IsTrue(body, "stream");
        if (Member(body, "stream_options") is not null && !streams)
        {
            refusal = AzureError.Invalid("'stream_options' is only allowed when 'stream' is enabled.", "stream_options");
            return false;
        }

        request = new ChatRequest(read)
        {
            Choices = Integer(body, "n") ?? 1,
            MaxTokens = Integer(body, "max_tokens") ?? Integer(body, "max_completion_tokens"),
            Streams = streams,
            IncludesUsage = Member(body, "stream_options") is { } options && IsTrue(options, "include_usage"),
            Tools = [.. NamesOfTools(body)],
            Schema = Member(body, "response_format") is { } format && Member(format, "json_schema") is { } named ? Member(named, "schema") : null,
        };
        return true;
    }

    private static IEnumerable<string> NamesOfTools(JsonElement body)
    {
        if (!body.TryGetProperty("tools", out var tools) || tools.ValueKind != JsonValueKind.Array)
        {
            yield break;
        }

        foreach (var tool in tools.EnumerateArray())
        {
            if (Member(tool, "function") is { } function && function.TryGetProperty("name", out var name) && name.ValueKind == JsonValueKind.String)
            {
                yield return name.GetString()!;
            }
        }
    }

    private static JsonElement? Member(JsonElement body, string name) =>
        body.ValueKind == JsonValueKind.Object && body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.Object ? value : null;

    private static bool IsTrue(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.True;

    private static LocalResponse? CheckNumbers(JsonElement body)
    {
        if (Has(body, "max_tokens") && Has(body, "max_completion_tokens"))
        {
            return AzureError.Invalid("Setting 'max_tokens' and 'max_completion_tokens' at the same time is not supported.", "max_tokens");
        }

        return CheckRange(body, "temperature", 0, 2)
            ?? CheckRange(body, "top_p", 0, 1)
            ?? CheckRange(body, "presence_penalty", -2, 2)
            ?? CheckRange(body, "frequency_penalty", -2, 2)
            ?? CheckRange(body, "n", 1, 128)
            ?? CheckRange(body, "max_tokens", 1, int.MaxValue)
            ?? CheckRange(body, "max_completion_tokens", 1, int.MaxValue);
    }

    private static LocalResponse? CheckRange(JsonElement body, string name, double least, double most) =>
        !Has(body, name) || (body.GetProperty(name) is { ValueKind: JsonValueKind.Number } value && value.GetDouble() >= least && value.GetDouble() <= most)
            ? null
            : AzureError.Invalid(FormattableString.Invariant($"'{name}' must be a number from {least} to {most}."), name);

    private static bool Has(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;

    private static int? Integer(JsonElement body, string name) => Has(body, name) ? (int)body.GetProperty(name).GetDouble() : null;

    private static bool TryReadMessage(JsonElement message, out string text)
    {
        text = string.Empty;
        if (message.ValueKind != JsonValueKind.Object
            || !message.TryGetProperty("role", out var role)
            || role.ValueKind != JsonValueKind.String
            || !s_roles.Contains(role.GetString(), StringComparer.Ordinal))
        {
            return false;
        }

        if (!Has(message, "content"))
        {
            return Has(message, "tool_calls") || Has(message, "function_call") || Has(message, "refusal");
        }

        var content = message.GetProperty("content");
        switch (content.ValueKind)
        {
            case JsonValueKind.String:
                text = content.GetString()!;
                return true;
            case JsonValueKind.Array:
                text = string.Join('\n', content.EnumerateArray().Select(TextOfPart));
                return content.GetArrayLength() > 0;
            default:
                return false;
        }
    }

    private static string TextOfPart(JsonElement part) =>
        part.ValueKind == JsonValueKind.Object && part.TryGetProperty("text", out var text) && text.ValueKind == JsonValueKind.String ? text.GetString()! : string.Empty;
}
