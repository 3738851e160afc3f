using System.Net.Http.Json;
using HandWritten.Wire;

namespace HandWritten;

/// <summary>Azure OpenAI by source-generated JSON.</summary>
internal sealed class Assistant(HttpClient http)
{
    public async Task<string> AskAsync(string text)
    {
        using var answer = await http.PostAsJsonAsync("chat/completions", new ChatCall("gpt-4o-mini", [new("user", text)]), Json.Default.ChatCall);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync(Json.Default.ChatAnswer))!.Choices[0].Message.Content;
    }

    public async Task<int> CountNumbersAsync(string[] texts)
    {
        using var answer = await http.PostAsJsonAsync("embeddings", new EmbeddingCall("text-embedding-3-small", texts), Json.Default.EmbeddingCall);
        answer.EnsureSuccessStatusCode();
        return (await answer.Content.ReadFromJsonAsync(Json.Default.EmbeddingAnswer))!.Data.Sum(static vector => vector.Embedding.Length);
    }
}
