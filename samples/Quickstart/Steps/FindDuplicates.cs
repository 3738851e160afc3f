using AuthProfiles;
using AuthProfiles.Zendesk;

namespace Quickstart.Steps;

/// <summary>Step 3: embed the tickets; those whose vectors point the same way say nearly the same.</summary>
internal sealed class FindDuplicates(AzureOpenAIClient assistant)
{
    private const int TextsPerRequest = 20;
    private const float Alike = 0.7f;

    /// <summary>Returns, for each ticket that has some, the ids of its near-duplicates.</summary>
    public async Task<ILookup<long, Duplicate>> RunAsync(string tenant, IReadOnlyList<Ticket> tickets, CancellationToken cancellationToken)
    {
        Console.WriteLine($"3. Find near-duplicates of {tenant}");
        var vectors = await EmbedAsync(tenant, tickets, cancellationToken);
        var pairs = new List<(Ticket First, Ticket Second, float Likeness)>();
        for (var second = 1; second < tickets.Count; second++)
        {
            for (var first = 0; first < second; first++)
            {
                var likeness = Cosine(vectors[first].Span, vectors[second].Span);
                if (likeness >= Alike)
                {
                    pairs.Add((tickets[first], tickets[second], likeness));
                }
            }
        }

        foreach (var (first, second, likeness) in pairs)
        {
            Console.WriteLine($"  {likeness:P0} #{first.Id} {first.Subject} = #{second.Id} {second.Subject}");
        }

        return pairs
            .SelectMany(pair => new[] { (pair.First.Id, Other: new Duplicate(pair.Second.Id, pair.Likeness)), (pair.Second.Id, Other: new Duplicate(pair.First.Id, pair.Likeness)) })
            .ToLookup(entry => entry.Id, entry => entry.Other);
    }

    private async Task<List<ReadOnlyMemory<float>>> EmbedAsync(string tenant, IReadOnlyList<Ticket> tickets, CancellationToken cancellationToken)
    {
        var vectors = new List<ReadOnlyMemory<float>>(tickets.Count);
        foreach (var chunk in tickets.Chunk(TextsPerRequest))
        {
            var result = await assistant.For(tenant).EmbedAsync([.. chunk.Select(TicketText.Of)], cancellationToken);
            vectors.AddRange(result.Vectors);
            Console.WriteLine($"  embedded {vectors.Count} of {tickets.Count}");
        }

        return vectors;
    }

    private static float Cosine(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        var (product, leftSquare, rightSquare) = (0f, 0f, 0f);
        for (var i = 0; i < left.Length; i++)
        {
            product += left[i] * right[i];
            leftSquare += left[i] * left[i];
            rightSquare += right[i] * right[i];
        }

        return product / MathF.Sqrt(leftSquare * rightSquare);
    }
}
