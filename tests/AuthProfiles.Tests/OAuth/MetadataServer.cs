using System.Net;
using System.Text;
using AuthProfiles.Tests.Resilience;

namespace AuthProfiles.Tests.OAuth;

/// <summary>An issuer that gives its metadata as told by its path: a document, or a failure's name. What is not told is not there.</summary>
internal sealed class MetadataServer : HttpMessageHandler
{
    public const string Issuer = "https://login.example";
    public const string OpenId = "/.well-known/openid-configuration";
    public const string OAuth = "/.well-known/oauth-authorization-server";

    private readonly object _gate = new();

    public Dictionary<string, string> Answers { get; } = [];

    public List<string> Asked { get; } = [];

    /// <summary>Gets or sets what an answer waits for.</summary>
    public Task Until { get; set; } = Task.CompletedTask;

    public HttpMessageInvoker Client => new(this, disposeHandler: false);

    public static string Document(string issuer = Issuer, string more = "") =>
        $$"""{"issuer":"{{issuer}}","token_endpoint":"{{Issuer}}/token"{{more}}}""";

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Assert.That((request.Method, request.Content, string.Join(' ', request.Headers.Accept)), Is.EqualTo((HttpMethod.Get, default(HttpContent), "application/json")));
        lock (_gate)
        {
            Asked.Add(request.RequestUri!.AbsolutePath);
        }

        await Until.WaitAsync(cancellationToken);
        var answer = Answers.GetValueOrDefault(request.RequestUri!.AbsolutePath, "404");
        return answer.StartsWith('{')
            ? new(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, "text/plain"), RequestMessage = request }
            : await Failures.AnswerAsync(answer, cancellationToken);
    }
}
