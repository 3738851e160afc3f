using System.Text.Json;
using AuthProfiles.AzureOpenAI.Endpoints;
using AuthProfiles.AzureOpenAI.Errors;
using AuthProfiles.AzureOpenAI.Telemetry;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Embeddings;

/// <summary>Makes single calls for vectors.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class EmbeddingSender(ServiceSender sender, BodyReader bodies, ClientTelemetry telemetry, TimeProvider clock)
{
    /// <summary>Makes one call for vectors, which go into the block.</summary>
    /// <returns>What the answer says besides.</returns>
    public Task<EmbeddingPart> SendAsync(HttpClient http, EmbeddingCall call, VectorBlock block, CancellationToken cancellationToken) =>
        telemetry.IsObserved ? ObserveAsync(http, call, block, cancellationToken) : SendAsync(http, call, block, null, cancellationToken);

    private async Task<EmbeddingPart> ObserveAsync(HttpClient http, EmbeddingCall call, VectorBlock block, CancellationToken cancellationToken)
    {
        using var observed = telemetry.Start(EmbeddingTags.Operation, sender.Deployment(call.Request.Deployment));
        try
        {
            EmbeddingTags.Ask(observed, call.Request);
            var part = await SendAsync(http, call, block, observed, cancellationToken).ConfigureAwait(false);
            EmbeddingTags.Answer(observed, part);
            return part;
        }
        catch (Exception exception)
        {
            observed?.Fail(exception);
            throw;
        }
    }

    private async Task<EmbeddingPart> SendAsync(HttpClient http, EmbeddingCall call, VectorBlock block, ObservedCall? observed, CancellationToken cancellationToken)
    {
        using var response = await sender.SendAsync(http, call.Request.Deployment, call, EmbeddingRequestWriter.Write, accept: null, observed, cancellationToken).ConfigureAwait(false);
        if (response.Content.Headers.ContentLength > BodyReader.LongestAnswer)
        {
            throw ErrorAnswer.TooLarge(response, BodyReader.LongestAnswer);
        }

#pragma warning disable CA2000 // Disposed only after the body was read to its end: a read that was given up may still write into it.
        var answer = new EmbeddingAnswerReader(block);
#pragma warning restore CA2000
        try
        {
            await bodies.ReadAsync(response, answer, http.Timeout, BodyReader.LongestAnswer, cancellationToken).ConfigureAwait(false);
            answer.Complete();
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException)
        {
            throw ErrorAnswer.Malformed(response, exception);
        }

        using (answer)
        {
            return answer.HasData
                ? new(answer.Model, answer.Usage, RequestIds.First(response), ClientRequestId.Of(response), new(response.Headers), answer.AdditionalProperties)
                : throw ErrorAnswer.NoAnswer(response, answer.Text, clock);
        }
    }
}
