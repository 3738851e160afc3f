using Microsoft.Extensions.AI;

namespace AzureOpenAI.Steps;

/// <summary>Finds texts by their meaning: those whose vectors point the same way.</summary>
internal sealed class Search(IEmbeddingGenerator<string, Embedding<float>> embeddings) : IStep
{
    private static readonly string[] Articles =
    [
        "What to do when the printer is on fire",
        "How to reset your password",
        "Ordering a new coffee machine",
        "Emergency exits and fire drills on each floor",
        "Setting up the printer on a new laptop",
        "Travel expenses: what is paid, and when",
    ];

    public string Title => "texts are found by their meaning";

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        const string Question = "The printer is on fire!";
        var vectors = await embeddings.GenerateAsync([Question, .. Articles], cancellationToken: cancellationToken);
        var found = Articles.Zip(vectors.Skip(1), (article, vector) => (Article: article, Likeness: Likeness(vectors[0].Vector.Span, vector.Vector.Span)));
        Console.WriteLine(Question);
        foreach (var (article, likeness) in found.OrderByDescending(static hit => hit.Likeness).Take(3))
        {
            Console.WriteLine($"  {likeness:0.00}  {article}");
        }
    }

    // Vectors of the service have length 1, so their product is the cosine of the angle.
    private static float Likeness(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var sum = 0f;
        for (var i = 0; i < left.Length; i++)
        {
            sum += left[i] * right[i];
        }

        return sum;
    }
}
