using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.DataSources;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Chat;

/// <summary>Writes the members of a chat request's body.</summary>
internal static class ChatRequestWriter
{
    public static void Write(Utf8JsonWriter json, ChatRequest request)
    {
        ChatRequestRules.Check(request);
        ChatMessageWriter.Write(json, request.Messages);
        WriteSampling(json, request);
        WriteTools(json, request);
        WriteForm(json, request);
        WriteService(json, request);
        AdditionalMembers.Write(json, request, request.AdditionalProperties, ChatRequestMembers.IsTaken);
    }

    private static void WriteSampling(Utf8JsonWriter json, ChatRequest request)
    {
        JsonWrite.Number(json, "temperature"u8, request.Temperature);
        JsonWrite.Number(json, "top_p"u8, request.TopP);
        JsonWrite.Number(json, "max_completion_tokens"u8, request.MaxCompletionTokens);
        JsonWrite.Number(json, "max_tokens"u8, request.MaxTokens);
        JsonWrite.Texts(json, "stop"u8, request.Stop);
        JsonWrite.Number(json, "frequency_penalty"u8, request.FrequencyPenalty);
        JsonWrite.Number(json, "presence_penalty"u8, request.PresencePenalty);
        JsonWrite.Number(json, "seed"u8, request.Seed);
        JsonWrite.Number(json, "n"u8, request.ChoiceCount);
        JsonWrite.Flag(json, "logprobs"u8, request.IncludeLogProbabilities);
        JsonWrite.Number(json, "top_logprobs"u8, request.TopLogProbabilityCount);
        if (request.LogitBias.Count == 0)
        {
            return;
        }

        json.WriteStartObject("logit_bias"u8);
        foreach (var (token, bias) in request.LogitBias)
        {
            json.WriteNumber(token.ToString(CultureInfo.InvariantCulture), bias);
        }

        json.WriteEndObject();
    }

    private static void WriteTools(Utf8JsonWriter json, ChatRequest request)
    {
        if (!request.Tools.IsDefaultOrEmpty)
        {
            json.WriteStartArray("tools"u8);
            foreach (var tool in request.Tools)
            {
                tool.Write(json);
            }

            json.WriteEndArray();
        }

        if (request.ToolChoice is not null)
        {
            json.WritePropertyName("tool_choice"u8);
            request.ToolChoice.Write(json);
        }

        JsonWrite.Flag(json, "parallel_tool_calls"u8, request.AllowParallelToolCalls);
    }

    private static void WriteForm(Utf8JsonWriter json, ChatRequest request)
    {
        if (request.ResponseFormat is not null)
        {
            json.WritePropertyName("response_format"u8);
            request.ResponseFormat.Write(json);
        }

        JsonWrite.Text(json, "reasoning_effort"u8, request.ReasoningEffort);
        JsonWrite.Texts(json, "modalities"u8, request.Modalities);
        if (request.Audio is { } audio)
        {
            json.WriteStartObject("audio"u8);
            json.WriteString("voice"u8, audio.Voice);
            json.WriteString("format"u8, audio.Format);
            json.WriteEndObject();
        }

        if (request.Prediction is not null)
        {
            json.WriteStartObject("prediction"u8);
            json.WriteString("type"u8, "content"u8);
            json.WriteString("content"u8, request.Prediction);
            json.WriteEndObject();
        }
    }

    private static void WriteService(Utf8JsonWriter json, ChatRequest request)
    {
        JsonWrite.Text(json, "user"u8, request.User);
        JsonWrite.Flag(json, "store"u8, request.Store);
        WriteMetadata(json, request.Metadata);
        WriteDataSources(json, request.DataSources);
        if (request.UserSecurityContext is not null)
        {
            json.WritePropertyName("user_security_context"u8);
            request.UserSecurityContext.Write(json);
        }
    }

    private static void WriteMetadata(Utf8JsonWriter json, IReadOnlyDictionary<string, string> metadata)
    {
        if (metadata.Count == 0)
        {
            return;
        }

        json.WriteStartObject("metadata"u8);
        foreach (var (name, value) in metadata)
        {
            json.WriteString(name, value);
        }

        json.WriteEndObject();
    }

    private static void WriteDataSources(Utf8JsonWriter json, ImmutableArray<ChatDataSource> sources)
    {
        if (sources.IsDefaultOrEmpty)
        {
            return;
        }

        json.WriteStartArray("data_sources"u8);
        foreach (var source in sources)
        {
            source.Write(json);
        }

        json.WriteEndArray();
    }
}
