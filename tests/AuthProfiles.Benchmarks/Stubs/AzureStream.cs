using System.Text;
using System.Text.Json;

namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>A stream as Azure OpenAI sends it: about 500 bytes a chunk, with texts, obfuscation and deltas of a tool that vary, and usage at the end.</summary>
internal static class AzureStream
{
    private static readonly string[] Words = [" the", " urgent", " ticket", ",", " was", "\n\n", " \"quoted\"", " für", " customer", " 20", "ing", ".", " escalated"];

    /// <summary>Makes a stream.</summary>
    /// <param name="chunks">How many chunks it has.</param>
    /// <param name="toolEvery">Every how many chunks one is a piece of a tool's arguments.</param>
    public static byte[] Make(int chunks, int toolEvery)
    {
        var random = new Random(7);
        var text = new StringBuilder(
            """data: {"choices":[],"created":0,"id":"","model":"","object":"","prompt_filter_results":[{"prompt_index":0,"content_filter_results":{"hate":{"filtered":false,"severity":"safe"}}}]}""").Append("\n\n");
        for (var i = 1; i < chunks - 2; i++)
        {
            Append(text, random, i % toolEvery == 0 ? ToolChoice(i == toolEvery, random.Next(1000)) : TextChoice(Words[random.Next(Words.Length)]), "null");
        }

        Append(text, random, """[{"content_filter_results":{},"delta":{},"finish_reason":"stop","index":0,"logprobs":null}]""", "null");
        Append(text, random, "[]", """{"completion_tokens":997,"prompt_tokens":11,"total_tokens":1008,"completion_tokens_details":{"reasoning_tokens":0},"prompt_tokens_details":{"cached_tokens":0}}""");
        return Encoding.UTF8.GetBytes(text.Append("data: [DONE]\n\n").ToString());
    }

    private static string TextChoice(string word) =>
        $$$"""[{"content_filter_results":{"hate":{"filtered":false,"severity":"safe"},"self_harm":{"filtered":false,"severity":"safe"},"sexual":{"filtered":false,"severity":"safe"},"violence":{"filtered":false,"severity":"safe"}},"delta":{"content":{{{JsonSerializer.Serialize(word)}}}},"finish_reason":null,"index":0,"logprobs":null}]""";

    private static string ToolChoice(bool isFirst, int number)
    {
        var (call, name) = isFirst ? ("\"id\":\"call_1\",\"type\":\"function\",", ",\"name\":\"find_ticket\"") : (string.Empty, string.Empty);
        return $$$"""[{"content_filter_results":{},"delta":{"tool_calls":[{{{{call}}}"function":{"arguments":"{{{number}}},"{{{name}}}},"index":0}]},"finish_reason":null,"index":0,"logprobs":null}]""";
    }

    private static void Append(StringBuilder text, Random random, string choices, string usage)
    {
        var noise = new string([.. Enumerable.Range(0, random.Next(4, 24)).Select(_ => "abcdefghijkLMNOPQRSTUVWXYZ0123456789"[random.Next(36)])]);
        text.Append($$"""data: {"choices":{{choices}},"created":1741569952,"id":"chatcmpl-BdAu3rN1Vq0aXnJgQ2dK5cZ7hW9sT","model":"gpt-4o-mini-2024-07-18","obfuscation":"{{noise}}","object":"chat.completion.chunk","system_fingerprint":"fp_ee1d74bde0","usage":{{usage}}}""").Append("\n\n");
    }
}
