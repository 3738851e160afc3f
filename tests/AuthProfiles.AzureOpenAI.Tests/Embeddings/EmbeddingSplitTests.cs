using System.Net;
using System.Text;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Embeddings;

namespace AuthProfiles.AzureOpenAI.Tests.Embeddings;

internal sealed class EmbeddingSplitTests
{
    private const int Dimensions = 3;

    [TestCase(2048, 1)]
    [TestCase(2049, 2)]
    [TestCase(5000, 3)]
    public async Task Inputs_beyond_what_the_service_takes_go_out_in_several_calls(int count, int calls)
    {
        using var service = new CountingService();
        var result = await service.Client.EmbedAsync([.. Enumerable.Range(0, count).Select(number => $"{number}")]);
        Assert.Multiple(() =>
        {
            Assert.That(service.Calls, Is.EqualTo(calls));
            Assert.That(result.Vectors.Select(vector => vector.Span[0]), Is.EqualTo(Enumerable.Range(0, count).Select(number => EmbeddingAnswer.Vector(number, Dimensions)[0])));
            Assert.That(result.Usage, Is.EqualTo(new EmbeddingUsage { PromptTokens = count, TotalTokens = count }));
            Assert.That(service.Largest, Is.LessThanOrEqualTo(2048));
        });
    }

    [Test]
    public async Task Tokens_are_split_too()
    {
        using var service = new CountingService();
        var result = await service.Client.EmbedAsync(EmbeddingRequest.OfTokens([.. Enumerable.Range(0, 2050).Select(number => System.Collections.Immutable.ImmutableArray.Create(number))]));
        Assert.That((service.Calls, result.Vectors[2049].Span[0]), Is.EqualTo((2, EmbeddingAnswer.Vector(2049, Dimensions)[0])));
    }

    [Test]
    public async Task At_most_4_calls_are_under_way_at_a_time()
    {
        using var service = new CountingService { Gate = new(TaskCreationOptions.RunContinuationsAsynchronously) };
        var embedding = service.Client.EmbedAsync([.. Enumerable.Range(0, 10 * 2048).Select(number => $"{number}")]);
        await service.Waiting(4);
        var before = service.Calls;
        service.Gate.SetResult();
        await embedding;
        Assert.That((before, service.MostAtOnce, service.Calls), Is.EqualTo((4, 4, 10)));
    }

    [Test]
    public async Task The_first_failure_ends_the_other_calls_and_is_what_is_thrown()
    {
        using var service = new CountingService { Gate = new(TaskCreationOptions.RunContinuationsAsynchronously), FailsAt = "2048" };
        var error = await Assert.ThrowsAsync<AzureOpenAIException>(() => service.Client.EmbedAsync([.. Enumerable.Range(0, 10 * 2048).Select(number => $"{number}")]));
        Assert.That((error!.StatusCode, service.Calls), Is.EqualTo(((int?)400, 4)), "The gate was never opened: the waiting calls were cancelled, and no further one began.");
    }

    [Test]
    public async Task A_cancelled_request_ends_as_cancelled()
    {
        using var service = new CountingService { Gate = new(TaskCreationOptions.RunContinuationsAsynchronously) };
        using var source = new CancellationTokenSource();
        var embedding = service.Client.EmbedAsync([.. Enumerable.Range(0, 5000).Select(number => $"{number}")], source.Token);
        await service.Waiting(3);
        await source.CancelAsync();
        await Assert.CatchAsync<OperationCanceledException>(() => embedding);
    }

    [Test]
    public async Task Usage_that_one_answer_leaves_out_is_not_guessed()
    {
        using var service = new CountingService { LeavesUsageOutFrom = 2048 };
        Assert.That((await service.Client.EmbedAsync([.. Enumerable.Range(0, 2050).Select(number => $"{number}")])).Usage, Is.Null);
    }

    /// <summary>Embeds the number that each input is, and counts.</summary>
    private sealed class CountingService : HttpMessageHandler
    {
        private readonly object _lock = new();
        private readonly SemaphoreSlim _waiting = new(0);
        private int _under;

        public TaskCompletionSource? Gate { get; init; }

        public string? FailsAt { get; init; }

        public int LeavesUsageOutFrom { get; init; } = int.MaxValue;

        public int Calls { get; private set; }

        public int Largest { get; private set; }

        public int MostAtOnce { get; private set; }

        public AzureOpenAIClient Client => new(new HttpClient(this, disposeHandler: false) { BaseAddress = new Uri("https://contoso.openai.azure.com/") }, new() { EmbeddingDeployment = "text-embedding-3-small" });

        public async Task Waiting(int calls)
        {
            for (; calls > 0; calls--)
            {
                await _waiting.WaitAsync();
            }
        }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var body = JsonDocument.Parse(await request.Content!.ReadAsByteArrayAsync(cancellationToken)).RootElement;
            int[] inputs = [.. body.GetProperty("input").EnumerateArray().Select(input => input.ValueKind == JsonValueKind.Array ? input[0].GetInt32() : int.Parse(input.GetString()!, System.Globalization.CultureInfo.InvariantCulture))];
            lock (_lock)
            {
                Calls++;
                Largest = Math.Max(Largest, inputs.Length);
                MostAtOnce = Math.Max(MostAtOnce, ++_under);
            }

            _waiting.Release();
            try
            {
                if (FailsAt is not null && inputs[0] == int.Parse(FailsAt, System.Globalization.CultureInfo.InvariantCulture))
                {
                    await Waiting(4);
                    return new(HttpStatusCode.BadRequest) { Content = new StringContent("{}") };
                }

                if (Gate is not null)
                {
                    await Gate.Task.WaitAsync(cancellationToken);
                }
            }
            finally
            {
                lock (_lock)
                {
                    _under--;
                }
            }

            var json = EmbeddingAnswer.Json(inputs, Dimensions, inputs.Length);
            return new(HttpStatusCode.OK) { Content = new StringContent(inputs[0] >= LeavesUsageOutFrom ? json.Replace("usage", "x", StringComparison.Ordinal) : json, Encoding.UTF8, "application/json") };
        }

        protected override void Dispose(bool disposing)
        {
            _waiting.Dispose();
            base.Dispose(disposing);
        }
    }
}
