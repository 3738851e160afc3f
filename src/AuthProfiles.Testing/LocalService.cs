using System.Net;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing;

/// <summary>A service that runs inside the test: it checks credentials, keeps state and remembers what it was asked.</summary>
/// <remarks>Thread-safe: requests are answered one after the other.</remarks>
public abstract class LocalService
{
    private readonly object _gate = new();
    private readonly List<RecordedRequest> _requests = [];
    private readonly Queue<Func<LocalRequest, LocalResponse>> _planned = new();

    private protected LocalService(TimeProvider? clock) => Clock = clock ?? TimeProvider.System;

    /// <summary>Gets the requests that arrived, the oldest first.</summary>
    /// <value>A copy: it doesn't grow when more requests arrive. No secret can be read from it.</value>
    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (_gate)
            {
                return [.. _requests];
            }
        }
    }

    /// <summary>Gets how many requests arrived, refused ones included.</summary>
    public int RequestCount
    {
        get
        {
            lock (_gate)
            {
                return _requests.Count;
            }
        }
    }

    private protected TimeProvider Clock { get; }

    private protected DateTimeOffset Now => Clock.GetUtcNow();

    private protected int Count(Func<LocalRequest, bool> predicate)
    {
        lock (_gate)
        {
            return _requests.Count(request => request.Is(predicate));
        }
    }

    /// <summary>Makes the next request fail, whatever it asks; calls add up, each for one request.</summary>
    /// <param name="status">The status of the answer.</param>
    /// <param name="body">The body, or null for none. It is JSON unless <paramref name="headers"/> has a Content-Type.</param>
    /// <param name="headers">Headers of the answer; they are sent as they are.</param>
    public void FailNext(HttpStatusCode status, string? body = null, IEnumerable<KeyValuePair<string, string>>? headers = null)
    {
        var response = LocalResponse.Text(status, body);
        foreach (var (name, value) in headers ?? [])
        {
            response.With(name, value);
        }

        Plan(_ => response);
    }

    /// <summary>Makes the next request fail with 429, in the words of this service; calls add up, each for one request.</summary>
    /// <param name="retryAfter">How long the caller is told to wait: zero or more.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="retryAfter"/> is negative.</exception>
    public void ThrottleNext(TimeSpan retryAfter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(retryAfter, TimeSpan.Zero);
        var response = Throttled(retryAfter);
        Plan(_ => response);
    }

    /// <summary>Lets the next request be carried out, and its answer break off half way, as where a connection is lost; calls add up, each for one request.</summary>
    /// <remarks>The status and the headers arrive, the length of the whole body among them. Reading the body fails with <see cref="HttpIOException"/>.</remarks>
    public void CutNext() => Plan(request => Respond(request).Cut());

    /// <summary>Answers a request as the service would.</summary>
    /// <param name="request">The request, with an absolute address. It is read, not changed and not disposed.</param>
    /// <param name="cancellationToken">Stops reading the request's body.</param>
    /// <returns>The answer, whose <see cref="HttpResponseMessage.RequestMessage"/> is the request.</returns>
    /// <exception cref="InvalidOperationException">The request has no absolute address.</exception>
    public async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        var local = await LocalRequest.ReadAsync(request, cancellationToken).ConfigureAwait(false);
        return Answer(local).ToMessage(request);
    }

    internal LocalResponse Answer(LocalRequest request)
    {
        var responsible = Responsible(request);
        if (responsible != this)
        {
            return responsible.Answer(request);
        }

        lock (_gate)
        {
            var response = _planned.TryDequeue(out var planned) ? planned(request) : Respond(request);
            _requests.Add(new RecordedRequest(request, BodyToShow(request), response.Status));
            return response;
        }
    }

    private protected abstract LocalResponse Respond(LocalRequest request);

    private protected abstract LocalResponse Throttled(TimeSpan retryAfter);

    /// <summary>A service whose address space holds the token endpoint too hands that request on, uncounted.</summary>
    private protected virtual LocalService Responsible(LocalRequest request) => this;

    /// <summary>The body without secrets; a form, or an object with a grant type, may be a token request that went astray.</summary>
    private protected virtual string BodyToShow(LocalRequest request) =>
        request.Body.IsEmpty || (request.HasMediaType("application/json") && !request.BodyText.Contains("\"grant_type\"", StringComparison.OrdinalIgnoreCase)) ? request.BodyText : "[redacted]";

    private void Plan(Func<LocalRequest, LocalResponse> response)
    {
        lock (_gate)
        {
            _planned.Enqueue(response);
        }
    }
}
