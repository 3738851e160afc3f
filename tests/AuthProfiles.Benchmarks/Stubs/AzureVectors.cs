using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>Answers with vectors, as Azure OpenAI writes them.</summary>
internal static class AzureVectors
{
    public static byte[] Base64(int inputs, int dimensions) =>
        Write(inputs, dimensions, static vector => $"\"{Convert.ToBase64String(MemoryMarshal.AsBytes<float>(vector))}\"");

    public static byte[] Numbers(int inputs, int dimensions) =>
        Write(inputs, dimensions, static vector => $"[{string.Join(',', vector.Select(static number => number.ToString("R", CultureInfo.InvariantCulture)))}]");

    private static byte[] Write(int inputs, int dimensions, Func<float[], string> write)
    {
        var random = new Random(7);
        var text = new StringBuilder("""{"object":"list","data":[""");
        for (var i = 0; i < inputs; i++)
        {
            var vector = Enumerable.Range(0, dimensions).Select(_ => (random.NextSingle() - 0.5f) / 10).ToArray();
            text.Append(i == 0 ? string.Empty : ",").Append(CultureInfo.InvariantCulture, $$"""{"object":"embedding","index":{{i}},"embedding":{{write(vector)}}}""");
        }

        return Encoding.UTF8.GetBytes(text.Append(CultureInfo.InvariantCulture, $$$"""],"model":"text-embedding-3-small","usage":{"prompt_tokens":{{{inputs * 8}}},"total_tokens":{{{inputs * 8}}}}}""").ToString());
    }
}
