using AuthProfiles.AzureOpenAI.Embeddings;
using AuthProfiles.Benchmarks.Measuring;
using AuthProfiles.Benchmarks.Stubs;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Benchmarks.Goals;

/// <summary>G9: texts turned into vectors through the whole chain, beside the official client; and G10, for servers that send numbers, beside System.Text.Json.</summary>
internal sealed class Embeddings : IGoal
{
    private const int Dimensions = 1536;

    public string Id => "G9";

    public async Task<IReadOnlyList<Row>> MeasureAsync() =>
    [
        .. await MeasureAsync(inputs: 16, ratio: 0.25, new() { Calls = 60, Count = 21, WarmUps = 60, Allocated = Rounds.AllocatedByAll }),
        .. await MeasureAsync(inputs: 2048, ratio: 0.35, new() { Calls = 1, Count = 15, WarmUps = 10, Allocated = Rounds.AllocatedByAll }),
        .. await MeasureNumbersAsync(),
    ];

    private async Task<IReadOnlyList<Row>> MeasureAsync(int inputs, double ratio, Rounds rounds)
    {
        using var primary = new AnsweringPrimary(AzureVectors.Base64(inputs, Dimensions));
        await using var services = AzureClients.Ours(primary);
        var client = services.GetRequiredService<AzureOpenAIClient>();
        using var generator = new AzureOpenAIEmbeddingGenerator(client);
        var official = AzureClients.Official(primary).GetEmbeddingClient(AzureClients.Embedding);
        string[] texts = [.. Enumerable.Range(0, inputs).Select(static i => $"The printer on floor {i} is on fire.")];
        var request = new EmbeddingRequest([.. texts]);
        var block = new float[inputs * Dimensions];

        var measured = await rounds.MeasureAsync(
            Calls($"OpenAI 2.15.0, {inputs} inputs", () => official.GenerateEmbeddingsAsync(texts)),
            Calls($"IEmbeddingGenerator, {inputs} inputs", () => generator.GenerateAsync(texts)),
            Calls($"AzureOpenAIClient, {inputs} inputs into the caller's block", () => client.EmbedAsync(request, block)));
        var (baseline, vectors) = (measured[0], (double)inputs * Dimensions * sizeof(float));
        return
        [
            baseline.Inform(Id),
            measured[1].Promise(Id, baseline, ratio, Check.Bytes(measured[1].Bytes, (1.025 * vectors) + 4096)),
            measured[2].Inform(Id, baseline),
        ];
    }

    private static async Task<IReadOnlyList<Row>> MeasureNumbersAsync()
    {
        var body = AzureVectors.Numbers(16, Dimensions);
        using var primary = new AnsweringPrimary(body);
        await using var services = AzureClients.Ours(primary);
        var client = services.GetRequiredService<AzureOpenAIClient>();
        var request = new EmbeddingRequest([.. Enumerable.Repeat("The printer is on fire.", 16)]);
        var measured = await new Rounds { Calls = 6, Count = 15, WarmUps = 60, Allocated = Rounds.AllocatedByAll }.MeasureAsync(
            Case.Of("System.Text.Json, source-generated, 16 vectors as numbers", calls =>
            {
                for (var i = 0; i < calls; i++)
                {
                    NumberAnswer.Read(body);
                }
            }),
            Calls("AzureOpenAIClient, 16 vectors as numbers, whole chain", () => client.EmbedAsync(request)));
        return [measured[0].Inform("G10"), measured[1].Inform("G10", measured[0])];
    }

    private static Case Calls<T>(string name, Func<Task<T>> call) => new(name, async calls =>
    {
        for (var i = 0; i < calls; i++)
        {
            _ = await call();
        }
    });
}
