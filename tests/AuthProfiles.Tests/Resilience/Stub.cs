using System.Net;

namespace AuthProfiles.Tests.Resilience;

/// <summary>A primary handler that fails as told, the last way for ever, and records when it was called and with what body.</summary>
internal sealed class Stub(TimeProvider time, params string[] failures) : HttpMessageHandler
{
    public List<DateTimeOffset> Calls { get; } = [];

    public List<string> Bodies { get; } = [];

    public List<HttpResponseMessage> Responses { get; } = [];

    public Action? OnCall { get; init; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        OnCall?.Invoke();
        var failure = failures[Math.Min(Calls.Count, failures.Length - 1)];
        Calls.Add(time.GetUtcNow());
        if (request.Content is { } content)
        {
            using var body = new MemoryStream();
            await content.CopyToAsync(body, cancellationToken);
            Bodies.Add(System.Text.Encoding.UTF8.GetString(body.ToArray()));
        }

        var response = await Failures.AnswerAsync(failure, cancellationToken);
        Responses.Add(response);
        response.Content = new DisposalContent();
        return response;
    }

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Calls.Add(time.GetUtcNow());
        return new(HttpStatusCode.ServiceUnavailable);
    }

    internal sealed class DisposalContent() : ByteArrayContent([])
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
