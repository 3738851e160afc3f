using System.Net;
using System.Text;
using AuthProfiles.Tests.Resilience;

namespace AuthProfiles.Tests.OAuth;

/// <summary>A token endpoint that answers as told, the last way for ever: with a JSON body, or by a failure's name.</summary>
internal sealed class TokenServer(params string[] answers) : HttpMessageHandler
{
    public const string Good = """{"access_token":"at","token_type":"Bearer","expires_in":3600}""";

    public List<SentMessage> Sent { get; } = [];

    /// <summary>Gets the clock that passes while the server hangs.</summary>
    public TokenTime Time { get; init; } = new();

    /// <summary>Gets what makes a whole response, in place of the answers.</summary>
    public Func<HttpRequestMessage, HttpResponseMessage>? Respond { get; init; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = answers[Math.Min(Sent.Count, answers.Length - 1)];
        Sent.Add(new(
            request.Method,
            request.RequestUri!,
            request.Headers.Authorization?.ToString(),
            request.Content!.Headers.ContentType?.ToString(),
            string.Join(", ", request.Headers.Accept),
            await request.Content.ReadAsStringAsync(cancellationToken)));
        if (Respond is not null)
        {
            return Respond(request);
        }

        if (answer == "hang")
        {
            Time.Hang();
        }

        return answer.StartsWith('{')
            ? new(HttpStatusCode.OK) { Content = new StringContent(answer, Encoding.UTF8, "text/plain"), RequestMessage = request }
            : await Failures.AnswerAsync(answer, cancellationToken);
    }
}
