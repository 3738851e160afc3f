using System.Diagnostics.Metrics;

namespace AuthProfiles.AzureOpenAI.Telemetry;

/// <summary>What is measured of calls, with the bounds that the conventions advise. Names, units and tags are promised.</summary>
internal sealed class ClientMeter
{
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.01, 0.02, 0.04, 0.08, 0.16, 0.32, 0.64, 1.28, 2.56, 5.12, 10.24, 20.48, 40.96, 81.92],
    };

    private static readonly InstrumentAdvice<long> Tokens = new()
    {
        HistogramBucketBoundaries = [1, 4, 16, 64, 256, 1024, 4096, 16_384, 65_536, 262_144, 1_048_576, 4_194_304, 16_777_216, 67_108_864],
    };

    /// <summary>The instruments of clients that are used without a container.</summary>
    public static readonly ClientMeter Standalone = new(new Meter(ClientTelemetry.Name));

    public ClientMeter(Meter meter)
    {
        Duration = meter.CreateHistogram("gen_ai.client.operation.duration", "s", "GenAI operation duration.", tags: null, Seconds);
        TimeToFirstChunk = meter.CreateHistogram("gen_ai.client.operation.time_to_first_chunk", "s", "Time to receive the first chunk of a stream.", tags: null, Seconds);
        TimePerOutputChunk = meter.CreateHistogram("gen_ai.client.operation.time_per_output_chunk", "s", "Time from one chunk of a stream to the next.", tags: null, Seconds);
        TokenUsage = meter.CreateHistogram("gen_ai.client.token.usage", "{token}", "Number of input and output tokens used.", tags: null, Tokens);
    }

    public Histogram<double> Duration { get; }

    public Histogram<double> TimeToFirstChunk { get; }

    public Histogram<double> TimePerOutputChunk { get; }

    public Histogram<long> TokenUsage { get; }

    /// <summary>Gets a value indicating whether anybody listens.</summary>
    public bool IsEnabled => Duration.Enabled || TokenUsage.Enabled || TimeToFirstChunk.Enabled || TimePerOutputChunk.Enabled;
}
