using System.Net;

namespace AuthProfiles.Tests.Infrastructure;

/// <summary>A primary handler that answers by a function and keeps what went by, for asynchronous and synchronous sends.</summary>
internal sealed class StubPrimary(Func<HttpRequestMessage, HttpResponseMessage> answer) : HttpMessageHandler
{
    private readonly object _gate = new();
    private readonly List<SentRequest> _sent = [];

    public StubPrimary(HttpStatusCode status = HttpStatusCode.OK)
        : this(_ => new HttpResponseMessage(status))
    {
    }

    public IReadOnlyList<SentRequest> Sent
    {
        get
        {
            lock (_gate)
            {
                return [.. _sent];
            }
        }
    }

    public Func<Task>? Before { get; init; }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var body = request.Content?.ReadAsStream(cancellationToken);
        return Answer(request, body is null ? null : new StreamReader(body).ReadToEnd());
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (Before is not null)
        {
            await Before();
        }

        string? text = null;
        if (request.Content is { } content)
        {
            using var copy = new MemoryStream();
            await content.CopyToAsync(copy, cancellationToken);
            text = System.Text.Encoding.UTF8.GetString(copy.ToArray());
        }

        return Answer(request, text);
    }

    private HttpResponseMessage Answer(HttpRequestMessage request, string? body)
    {
        lock (_gate)
        {
            _sent.Add(new(request.Method, request.RequestUri!, request.Headers.ToDictionary(h => h.Key, h => string.Join(",", h.Value), StringComparer.OrdinalIgnoreCase), body));
        }

        var response = answer(request);
        response.RequestMessage ??= request;
        return response;
    }
}
