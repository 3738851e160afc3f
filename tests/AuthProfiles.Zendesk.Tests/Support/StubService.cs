using System.Net;
using System.Text;

namespace AuthProfiles.Zendesk.Tests.Support;

/// <summary>A service that answers from a script and keeps what it was asked.</summary>
internal sealed class StubService(Func<SentRequest, HttpResponseMessage> answer) : HttpMessageHandler
{
    private static readonly HttpRequestOptionsKey<bool> NotIdempotent = new("AuthProfiles.NotIdempotent");

    public List<SentRequest> Requests { get; } = [];

    public SentRequest Only => Requests.Single();

    public static StubService Json(string body, HttpStatusCode status = HttpStatusCode.OK) => new(_ => JsonAnswer(body, status));

    public static HttpResponseMessage JsonAnswer(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

    /// <summary>A client of an account whose address has a path, which no request may lose.</summary>
    public ZendeskClient Client(TimeSpan? bodyIdleTimeout = null, TimeProvider? time = null) =>
        new(new HttpClient(this) { BaseAddress = new("https://acme.zendesk.com/mounted/") }, bodyIdleTimeout, time);

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var sent = new SentRequest(
            request.Method.Method,
            request.RequestUri!.AbsoluteUri["https://acme.zendesk.com/mounted/".Length..],
            body,
            request.Content?.Headers.ContentType?.ToString(),
            request.Headers.ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase))
        {
            IsRepeatable = !request.Options.TryGetValue(NotIdempotent, out _),
        };
        Requests.Add(sent);
        var response = answer(sent);
        response.RequestMessage = request;
        return response;
    }
}
