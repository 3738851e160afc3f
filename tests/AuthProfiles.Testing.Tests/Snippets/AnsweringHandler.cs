using System.Net;
using System.Text;

namespace Snippets;

/// <summary>Every service that the pages speak of: answers token requests with a token, and everything else with an empty object.</summary>
internal sealed class AnsweringHandler : HttpMessageHandler
{
    public const string Token = """{"access_token":"at-1","token_type":"Bearer","expires_in":3600,"refresh_token":"rt-1","issued_token_type":"urn:ietf:params:oauth:token-type:access_token"}""";

    private const string Device = """{"device_code":"dc-1","user_code":"WDJB-MJHT","verification_uri":"https://login.calendar.example/device","expires_in":900,"interval":5}""";

    private readonly List<string> _requests = [];

    /// <summary>Gets what was sent, as it stands in an http block.</summary>
    public IReadOnlyList<string> Requests => _requests;

    /// <summary>Gets the answer to token requests.</summary>
    public (HttpStatusCode Status, string Body) TokenAnswer { get; init; } = (HttpStatusCode.OK, Token);

    /// <summary>Gets what the service itself answers.</summary>
    public (HttpStatusCode Status, string Body) ServiceAnswer { get; init; } = (HttpStatusCode.OK, "{}");

    /// <summary>Takes a request down that somebody else would send, as a browser does.</summary>
    public async Task RecordAsync(HttpRequestMessage request) => _requests.Add(await WireText.WriteAsync(request));

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await RecordAsync(request);
        var path = request.RequestUri!.AbsolutePath;
        var (status, body) = request.Method != HttpMethod.Post ? ServiceAnswer
            : path.Contains("device", StringComparison.Ordinal) ? (HttpStatusCode.OK, Device)
            : path.Contains("token", StringComparison.Ordinal) ? TokenAnswer
            : ServiceAnswer;
        return new(status) { Content = new StringContent(body, Encoding.UTF8, "application/json"), RequestMessage = request };
    }
}
