using System.Runtime.InteropServices;
using System.Text;

namespace AuthProfiles.AzureOpenAI.Tests.Embeddings;

/// <summary>Writes answers as the service does.</summary>
internal static class EmbeddingAnswer
{
    public static float[] Vector(int seed, int dimensions) => [.. Enumerable.Range(0, dimensions).Select(position => MathF.Sin((seed * 31) + position) / 20)];

    public static string Base64(float[] vector) => Convert.ToBase64String(MemoryMarshal.AsBytes(vector.AsSpan()));

    /// <summary>An answer with the vectors of these seeds, each at the index of its position.</summary>
    public static string Json(IEnumerable<int> seeds, int dimensions, int promptTokens = 8)
    {
        var json = new StringBuilder("""{"object":"list","data":[""");
        var index = 0;
        foreach (var seed in seeds)
        {
            json.Append(index == 0 ? null : ",").Append($$"""{"object":"embedding","index":{{index++}},"embedding":"{{Base64(Vector(seed, dimensions))}}"}""");
        }

        return json.Append($$$"""],"model":"text-embedding-3-small","usage":{"prompt_tokens":{{{promptTokens}}},"total_tokens":{{{promptTokens}}}}}""").ToString();
    }
}
