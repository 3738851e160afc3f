using System.Net.Http.Headers;
using System.Text.Json;
using AuthProfiles.AzureOpenAI.Errors;
using AuthProfiles.AzureOpenAI.Telemetry;
using AuthProfiles.AzureOpenAI.Wire;

namespace AuthProfiles.AzureOpenAI.Endpoints;

/// <summary>Sends the requests of one operation.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class ServiceSender(Operation operation, BodyReader bodies, TimeProvider clock)
{
    /// <summary>How much of an error is read.</summary>
    private const int LongestError = 64 * 1024;

    private const int FirstError = 4 * 1024;

    /// <summary>Returns the deployment to call: the request's, or else the client's.</summary>
    /// <exception cref="AuthorizationException">Neither names one.</exception>
    public string Deployment(string? requested) => operation.Deployment(requested);

    /// <summary>Sends a request; returns a successful answer of which only the headers are read.</summary>
    /// <param name="http">The authorized client.</param>
    /// <param name="requestedDeployment">The deployment that the request names, or null for the client's.</param>
    /// <param name="request">What is asked.</param>
    /// <param name="write">Writes the members of the body.</param>
    /// <param name="accept">The type of answer, or null for the service's own.</param>
    /// <param name="observed">Who listens, or null.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    /// <exception cref="AzureOpenAIException">The answer is an error.</exception>
    public async Task<HttpResponseMessage> SendAsync<TRequest>(
        HttpClient http, string? requestedDeployment, TRequest request, Action<Utf8JsonWriter, TRequest> write, MediaTypeWithQualityHeaderValue? accept, ObservedCall? observed, CancellationToken cancellationToken)
    {
        var deployment = Deployment(requestedDeployment);
        using var message = new HttpRequestMessage(HttpMethod.Post, operation.Address(http.BaseAddress!, deployment));
        if (accept is not null)
        {
            message.Headers.Accept.Add(accept);
        }

        ClientRequestId.Set(message);
        message.Content = JsonBody.Write(request, operation.ModelInBody ? deployment : null, write);
        HttpResponseMessage response;
        try
        {
            response = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            observed?.Sent(message);
        }

        // Its headers tell the id of the call, also where a handler did not say what it answered.
        response.RequestMessage ??= message;
        observed?.Answered(response);
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
#pragma warning disable CA2000 // After a failure it is left to the collector, because a read that was given up may still write behind what is written.
        var body = new PooledBuffer(FirstError);
#pragma warning restore CA2000
        try
        {
            await bodies.ReadAsync(response, body, http.Timeout, LongestError, cancellationToken).ConfigureAwait(false);
        }
        catch (AzureOpenAIException)
        {
            // The status is known, and says with what has come of the body more than that the rest could not be read.
            return ErrorAnswer.Create(response, body.Written.Span, clock);
        }

        using (body)
        {
            return ErrorAnswer.Create(response, body.Written.Span, clock);
        }
    }
}
