namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>What a careful hand would write for one known address: parts split before, values escaped into a buffer on the stack, nothing checked.</summary>
internal static class SplitTemplate
{
    public const string Text = "https://{tenant}.openai.azure.com/openai/deployments/{{deployment}}/chat/completions?api-version={{version}}";

    private static readonly string[] Parts = ["https://", ".openai.azure.com/openai/deployments/", "/chat/completions?api-version="];

    public static string Expand(ReadOnlySpan<string?> values)
    {
        Span<char> buffer = stackalloc char[256];
        var written = 0;
        for (var i = 0; i < Parts.Length; i++)
        {
            Parts[i].CopyTo(buffer[written..]);
            written += Parts[i].Length;
            if (!Uri.TryEscapeDataString(values[i], buffer[written..], out var length))
            {
                throw new InvalidOperationException("The buffer is too short.");
            }

            written += length;
        }

        return new(buffer[..written]);
    }
}
