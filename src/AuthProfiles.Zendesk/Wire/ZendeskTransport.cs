using System.Net.Http.Headers;
using System.Text.Json;
using AuthProfiles.Zendesk.Errors;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>Sends one request and turns the answer into a value or a <see cref="ZendeskException"/>.</summary>
/// <param name="http">The client that authorizes the requests.</param>
/// <param name="bodyIdleTimeout">How long an answer's body may pause.</param>
/// <param name="time">The clock.</param>
/// <param name="onBehalfOf">The user that every request acts for, or null.</param>
internal sealed class ZendeskTransport(HttpClient http, TimeSpan bodyIdleTimeout, TimeProvider time, string? onBehalfOf = null)
{
    private const int LargestAnswer = 64 * 1024 * 1024;

    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    private readonly BodyReader _bodies = new(bodyIdleTimeout, http.Timeout, time);

    /// <summary>Sends what may be repeated as its method says, and reads the value that a successful answer holds.</summary>
    public Task<T> SendAsync<T>(HttpMethod method, string path, HttpContent? content, JsonRead<T> read, CancellationToken cancellationToken) =>
        SendAsync(method, path, content, read, idempotencyKey: null, isRepeatable: true, cancellationToken);

    /// <summary>Sends, and reads the value that a successful answer holds.</summary>
    public async Task<T> SendAsync<T>(
        HttpMethod method,
        string path,
        HttpContent? content,
        JsonRead<T> read,
        string? idempotencyKey,
        bool isRepeatable,
        CancellationToken cancellationToken)
    {
        using var request = Request(method, path, content, idempotencyKey);
        if (!isRepeatable)
        {
            request.NotIdempotent();
        }

        using var response = await ExchangeAsync(request, path, cancellationToken).ConfigureAwait(false);
        using var body = await ReadBodyAsync(request, path, response.Content, cancellationToken).ConfigureAwait(false);
        return Parse(request, path, body, read);
    }

    /// <summary>Sends where only success matters; the answer's body is not read.</summary>
    public async Task SendAsync(HttpMethod method, string path, HttpContent? content, CancellationToken cancellationToken)
    {
        using var request = Request(method, path, content, idempotencyKey: null);
        using var response = await ExchangeAsync(request, path, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a request of the caller's own making and gives the answer as it is.</summary>
    public Task<HttpResponseMessage> SendRawAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Accept.Count == 0)
        {
            request.Headers.Accept.Add(Json);
        }

        CallHeaders.ActFor(request, onBehalfOf);
        return http.SendAsync(request, cancellationToken);
    }

    private static T Parse<T>(HttpRequestMessage request, string path, PooledBody body, JsonRead<T> read)
    {
        if (body.Length > LargestAnswer)
        {
            throw Unexpected(request, path, $"more than {LargestAnswer} bytes", inner: null);
        }

        try
        {
            var reader = new Utf8JsonReader(body.Bytes);
            reader.Read();
            var value = read(ref reader);

            // Throws where anything but white space follows.
            reader.Read();
            return value;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // An InvalidOperationException is a text that is no valid UTF-16. Messages of the reader hold positions and single characters only.
            throw Unexpected(request, path, "something that is not the JSON it should be", exception);
        }
    }

    private static ZendeskException Unexpected(HttpRequestMessage request, string path, string what, Exception? inner) => new(
        ZendeskErrorKind.UnexpectedAnswer,
        $"{ErrorMessage.Service(request)} answered {ErrorMessage.Operation(request, path)} with {what}. Check that the subdomain or BaseUrl is that of a Zendesk account.",
        inner);

    private HttpRequestMessage Request(HttpMethod method, string path, HttpContent? content, string? idempotencyKey)
    {
        var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        request.Headers.Accept.Add(Json);
        if (idempotencyKey is not null)
        {
            // On the request itself, so that a repetition below carries the same key.
            request.Headers.Add(CallHeaders.IdempotencyKey, idempotencyKey);
        }

        CallHeaders.ActFor(request, onBehalfOf);
        return request;
    }

    private async Task<HttpResponseMessage> ExchangeAsync(HttpRequestMessage request, string path, CancellationToken cancellationToken)
    {
        var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await ErrorReader.ReadAsync(request, path, response, _bodies, time, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<PooledBody> ReadBodyAsync(HttpRequestMessage request, string path, HttpContent content, CancellationToken cancellationToken)
    {
        try
        {
            return await _bodies.ReadAsync(content, LargestAnswer + 1, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is TimeoutException or IOException or HttpRequestException)
        {
            throw new ZendeskException(
                ZendeskErrorKind.IncompleteAnswer,
                $"{ErrorMessage.Service(request)} began to answer {ErrorMessage.Operation(request, path)} and stopped. The request may have been carried out.",
                exception)
            {
                IsTransient = true,
            };
        }
    }
}
