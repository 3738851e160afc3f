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
    public async Task<EmbeddingPart> SendAsync(HttpClient http, EmbeddingCall call, VectorBlock block, CancellationToken cancellationToken)
    {
        var deployment = sender.Deployment(call.Request.Deployment);
        using var observed = telemetry.Start(EmbeddingTags.Operation, deployment);
        try
        {
            if (observed is not null)
            {
                EmbeddingTags.Ask(observed, call.Request);
            }

            using var response = await sender.SendAsync(http, deployment, call, EmbeddingRequestWriter.Write, accept: null, observed, cancellationToken).ConfigureAwait(false);
            var part = await ReadAsync(http, response, block, cancellationToken).ConfigureAwait(false);
            if (observed is not null)
            {
                EmbeddingTags.Answer(observed, part);
            }

            return part;
        }
        catch (Exception exception)
        {
            observed?.Fail(exception);
            throw;
        }
    }

    private async ValueTask<EmbeddingPart> ReadAsync(HttpClient http, HttpResponseMessage response, VectorBlock block, CancellationToken cancellationToken)
    {
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
