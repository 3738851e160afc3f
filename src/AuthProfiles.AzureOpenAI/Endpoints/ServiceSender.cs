using System.Net.Http.Headers;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Errors;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Endpoints;

/// <summary>Sends the requests of one operation.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class ServiceSender(Operation operation, BodyReader bodies, TimeProvider clock)
{
    /// <summary>How much of an error is read.</summary>
    private const int LongestError = 64 * 1024;

    /// <summary>Sends a request; returns a successful answer of which only the headers are read.</summary>
    /// <exception cref="AzureOpenAIException">The answer is an error.</exception>
    public async Task<HttpResponseMessage> SendAsync<TRequest>(
        HttpClient http, string? requestedDeployment, TRequest request, Action<Utf8JsonWriter, TRequest> write, MediaTypeWithQualityHeaderValue? accept, CancellationToken cancellationToken)
    {
        var deployment = operation.Deployment(requestedDeployment);
        using var message = new HttpRequestMessage(HttpMethod.Post, operation.Address(deployment));
        if (accept is not null)
        {
            message.Headers.Accept.Add(accept);
        }

        ClientRequestId.Set(message);
        message.Content = JsonBody.Write(request, operation.ModelInBody ? deployment : null, write);
        var response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);

        // Its headers tell the id of the call, also where a handler did not say what it answered.
        response.RequestMessage ??= message;
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await ErrorAsync(http, response, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<AzureOpenAIException> ErrorAsync(HttpClient http, HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            using var body = await bodies.ReadAsync(response, http.Timeout, LongestError, cancellationToken).ConfigureAwait(false);
            return ErrorAnswer.Create(response, body.Written.Span, clock);
        }
        catch (AzureOpenAIException)
        {
            // The status is known and says more than that its body could not be read.
            return ErrorAnswer.Create(response, [], clock);
        }
    }
}
