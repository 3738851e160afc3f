using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using AuthProfiles.Zendesk.Errors;

namespace AuthProfiles.Zendesk.Wire;

/// <summary>Sends one request and turns the answer into a value or a <see cref="ZendeskException"/>.</summary>
/// <param name="setup">What all calls share.</param>
internal sealed class ZendeskTransport(CallSetup setup)
{
    private const int LargestAnswer = 64 * 1024 * 1024;

    // How often an answer may break off.
    private const int MostSent = 3;

    // For uploads; the client's own limit ends them before.
    private static readonly TimeSpan LongAttempt = TimeSpan.FromHours(1);

    private static readonly MediaTypeWithQualityHeaderValue Json = new("application/json");

    private readonly BodyReader _bodies = new(setup.BodyIdleTimeout, setup.Http.Timeout, setup.Time);

    // Read only when somebody asks for the limits: most callers never do.
    private volatile HttpResponseHeaders? _latest;

    /// <summary>Gets the headers of the latest answer, whichever of several at once that is; null before the first.</summary>
    public HttpResponseHeaders? Latest => _latest;

    /// <summary>Gets the clock.</summary>
    public TimeProvider Time => setup.Time;

    /// <summary>Reads a value.</summary>
    public Task<T> GetAsync<T>(ApiPath path, ReadValue<T> read, CancellationToken cancellationToken) =>
        SendAsync(new ApiRequest(HttpMethod.Get, path), read, cancellationToken);

    /// <summary>Sends, and reads the value that a successful answer holds.</summary>
    public async Task<T> SendAsync<T>(ApiRequest asked, ReadValue<T> read, CancellationToken cancellationToken) =>
        (await AskAsync(asked, read, cancellationToken).ConfigureAwait(false)).Value;

    /// <summary>Sends what creates a record or changes one that is there, and tells by the status which of the two was done.</summary>
    public async Task<CreatedOrUpdated<T>> StoreAsync<T>(ApiRequest asked, ReadValue<T> read, CancellationToken cancellationToken)
    {
        var (value, status) = await AskAsync(asked, read, cancellationToken).ConfigureAwait(false);
        return new(value, status == HttpStatusCode.Created);
    }

    /// <summary>Sends where only success matters; the answer's body is not read.</summary>
    public async Task SendAsync(ApiRequest asked, CancellationToken cancellationToken)
    {
        var path = asked.Path.ToString();
        using var request = Request(asked, path);
        using var response = await ExchangeAsync(request, asked.ShownPath ?? path, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Sends a request of the caller's own making and gives the answer as it is.</summary>
    public Task<HttpResponseMessage> SendRawAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.Headers.Accept.Count == 0)
        {
            request.Headers.Accept.Add(Json);
        }

        CallHeaders.ActFor(request, setup.OnBehalfOf);
        return setup.Http.SendAsync(request, cancellationToken);
    }

    private static ZendeskException Unexpected(HttpRequestMessage request, string path, string what, Exception? inner) => new(
        ZendeskErrorKind.UnexpectedAnswer,
        $"{ErrorMessage.Service(request)} answered {ErrorMessage.Operation(request, path)} with {what}. Check that the subdomain or BaseUrl is that of a Zendesk account.",
        inner);

    private static ZendeskException Incomplete(HttpRequestMessage request, string path, ApiRequest asked, Exception inner) => new(
        ZendeskErrorKind.IncompleteAnswer,
        $"{ErrorMessage.Service(request)} began to answer {ErrorMessage.Operation(request, path)} and stopped. The request may have been carried out.",
        inner)
    {
        IsTransient = asked.MayComeTwice,
        IdempotencyKey = asked.IdempotencyKey,
    };

    private HttpRequestMessage Request(ApiRequest asked, string path)
    {
        var request = new HttpRequestMessage(asked.Method, new Uri(path, UriKind.Relative)) { Content = asked.Body?.ToContent() };
        request.Headers.Accept.Add(Json);
        if (asked.IdempotencyKey is { } key)
        {
            // On the request itself, so that a repetition below carries the same key.
            request.Headers.Add(CallHeaders.IdempotencyKey, key);
        }

        if (!asked.IsRepeatable)
        {
            request.NotIdempotent();
        }

        if (asked.IsLong)
        {
            request.WithAttemptTimeout(LongAttempt);
        }

        if (setup.IsAnonymous)
        {
            CallHeaders.ActForNobody(request);
        }

        CallHeaders.ActFor(request, setup.OnBehalfOf);
        return request;
    }

    private async Task<(T Value, HttpStatusCode Status)> AskAsync<T>(ApiRequest asked, ReadValue<T> read, CancellationToken cancellationToken)
    {
        var path = asked.Path.ToString();
        var shown = asked.ShownPath ?? path;
        for (var sent = 1; ; sent++)
        {
            using var request = Request(asked, path);
            using var response = await ExchangeAsync(request, shown, cancellationToken).ConfigureAwait(false);
            try
            {
                using var body = await _bodies.ReadAsync(response.Content, LargestAnswer + 1, cancellationToken).ConfigureAwait(false);
                return (Parse(request, shown, body, read), response.StatusCode);
            }
            catch (Exception exception) when (exception is IOException or HttpRequestException && asked.MayComeTwice && sent < MostSent)
            {
                // The answer broke off, which the attempts below no longer see: they end with its headers.
            }
            catch (Exception exception) when (exception is TimeoutException or IOException or HttpRequestException)
            {
                throw Incomplete(request, shown, asked, exception);
            }
        }
    }

    private T Parse<T>(HttpRequestMessage request, string path, PooledBody body, ReadValue<T> read)
    {
        if (body.Length > LargestAnswer)
        {
            throw Unexpected(request, path, $"more than {LargestAnswer} bytes", inner: null);
        }

        try
        {
            var json = new JsonSource(body.Bytes, setup.KeepsUnknown);
            json.Read();
            var value = read(ref json);

            // Throws where anything but white space follows.
            json.Read();
            return value;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // An InvalidOperationException is a text that is no valid UTF-16.
            throw Unexpected(request, path, "something that is not the JSON it should be", JsonFault.Shown(exception));
        }
    }

    private async Task<HttpResponseMessage> ExchangeAsync(HttpRequestMessage request, string path, CancellationToken cancellationToken)
    {
        var response = await setup.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        _latest = response.Headers;
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            throw await ErrorReader.ReadAsync(request, path, response, _bodies, setup.Time, cancellationToken).ConfigureAwait(false);
        }
    }
}
