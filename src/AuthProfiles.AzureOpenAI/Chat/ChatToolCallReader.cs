using System.Collections.Immutable;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Reads the calls of tools, and the call of a function in the older way.</summary>
internal static class ChatToolCallReader
{
    /// <summary>Reads the value of <c>tool_calls</c>.</summary>
    public static ImmutableArray<ChatToolCall> ReadAll(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        if (!JsonRead.EntersArray(ref reader))
        {
            return [];
        }

        var calls = ImmutableArray.CreateBuilder<ChatToolCall>(1);
        while (JsonRead.NextObject(ref reader))
        {
            calls.Add(ReadCall(ref reader, utf8));
        }

        return calls.DrainToImmutable();
    }

    /// <summary>Reads the value of <c>function_call</c>, or of the <c>function</c> within a call.</summary>
    public static ChatFunctionCall? ReadFunction(ref Utf8JsonReader reader)
    {
        if (!JsonRead.EntersObject(ref reader))
        {
            return null;
        }

        var (name, arguments) = ReadMembers(ref reader);
        return new(name, arguments);
    }

    /// <summary>Reads a kind of tool; the usual one costs no string.</summary>
    public static string? ReadType(ref Utf8JsonReader reader)
    {
        reader.Read();
        return reader.TokenType switch
        {
            JsonTokenType.Null => null,
            JsonTokenType.String => reader.ValueTextEquals("function"u8) ? "function" : reader.GetString(),
            _ => throw new JsonException("A kind of tool is no text."),
        };
    }

    private static ChatToolCall ReadCall(ref Utf8JsonReader reader, ReadOnlySpan<byte> utf8)
    {
        string? id = null, type = null;
        (string Name, string Arguments) function = (string.Empty, string.Empty);
        UnknownMembers unknown = default;
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("id"u8))
            {
                id = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("function"u8))
            {
                function = JsonRead.EntersObject(ref reader) ? ReadMembers(ref reader) : function;
            }
            else if (reader.ValueTextEquals("type"u8))
            {
                type = ReadType(ref reader);
            }
            else
            {
                unknown.Keep(ref reader, utf8);
            }
        }

        return new()
        {
            Id = id ?? string.Empty,
            Type = type ?? "function",
            Name = function.Name,
            Arguments = function.Arguments,
            AdditionalProperties = unknown.ToMembers(),
        };
    }

    private static (string Name, string Arguments) ReadMembers(ref Utf8JsonReader reader)
    {
        string? name = null, arguments = null;
        while (JsonRead.NextMember(ref reader))
        {
            if (reader.ValueTextEquals("name"u8))
            {
                name = JsonRead.Text(ref reader);
            }
            else if (reader.ValueTextEquals("arguments"u8))
            {
                arguments = JsonRead.Text(ref reader);
            }
            else
            {
                JsonRead.SkipValue(ref reader);
            }
        }

        return (name ?? string.Empty, arguments ?? string.Empty);
    }
}
