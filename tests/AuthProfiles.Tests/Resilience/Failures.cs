using System.Net;
using System.Net.Sockets;
using System.Security.Authentication;

namespace AuthProfiles.Tests.Resilience;

/// <summary>The ways in which an attempt can end, by name.</summary>
internal static class Failures
{
    private static readonly Dictionary<string, Func<Exception>> Exceptions = new(StringComparer.Ordinal)
    {
        ["no-name"] = static () => new HttpRequestException(HttpRequestError.NameResolutionError),
        ["no-connection"] = static () => new HttpRequestException(HttpRequestError.ConnectionError, "", new SocketException()),
        ["no-proxy"] = static () => new HttpRequestException(HttpRequestError.ProxyTunnelError),
        ["ended"] = static () => new HttpRequestException(HttpRequestError.ResponseEnded),
        ["protocol"] = static () => new HttpRequestException(HttpRequestError.HttpProtocolError),
        ["reset"] = static () => new HttpRequestException("reset", new IOException("reset")),
        ["unknown"] = static () => new HttpRequestException("unknown"),
        ["body-ended"] = static () => new HttpIOException(HttpRequestError.ResponseEnded),
        ["connect-timeout"] = static () => new TaskCanceledException("", new TimeoutException("connect")),
        ["tls"] = static () => new HttpRequestException(HttpRequestError.SecureConnectionError, "", new AuthenticationException()),
        ["refused-content"] = static () => new HttpRequestException("content", new InvalidOperationException("consumed")),
        ["judged"] = static () => new HttpRequestException("404", null, HttpStatusCode.NotFound),
        ["authorization"] = static () => new AuthorizationException(AuthorizationErrorKind.Transient, "p", "later") { IsTransient = true },
        ["program"] = static () => new InvalidOperationException("bug"),
        ["foreign-cancel"] = static () => new OperationCanceledException("somebody else's"),
    };

    /// <summary>Returns what the transport throws.</summary>
    public static Exception Of(string failure) => Exceptions[failure]();

    /// <summary>Answers with the failure: an exception's name, "hang" until the attempt is cancelled, or a status with an optional delay, "503 60" or "429 ms:1500".</summary>
    public static async Task<HttpResponseMessage> AnswerAsync(string failure, CancellationToken cancellationToken)
    {
        if (Exceptions.TryGetValue(failure, out var exception))
        {
            throw exception();
        }

        if (failure == "hang")
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
        }

        var (status, delay) = failure.Split(' ', 2) is [var first, var second] ? (first, second) : (failure, null);
        var response = new HttpResponseMessage((HttpStatusCode)int.Parse(status));
        if (delay is not null)
        {
            var (name, value) = delay.Split(':', 2) is ["ms", var milliseconds] ? ("retry-after-ms", milliseconds) : ("Retry-After", delay);
#pragma warning disable RS0030 // Services send delays that no parser takes.
            response.Headers.TryAddWithoutValidation(name, value);
#pragma warning restore RS0030
        }

        return response;
    }
}
