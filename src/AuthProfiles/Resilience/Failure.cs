using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using Polly;
using Polly.Timeout;

namespace AuthProfiles.Resilience;

/// <summary>An attempt's failure, and how long the service asked to wait.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Failure(FailureKind Kind, TimeSpan? RetryAfter = null)
{
    /// <summary>Says what an attempt came to. An answer that asks for a longer wait than the longest is none that another attempt cures.</summary>
    public static Failure Of(in Outcome<HttpResponseMessage> outcome, TimeProvider time, TimeSpan longestWait)
    {
        if (outcome.Exception is { } exception)
        {
            return new(Of(exception));
        }

        var kind = Of(outcome.Result!.StatusCode);
        if (kind == FailureKind.None)
        {
            return default;
        }

        var retryAfter = Resilience.RetryAfter.Of(outcome.Result, time);
        return retryAfter > longestWait ? default : new(kind, retryAfter);
    }

    /// <summary>Says whether an attempt ran out of its own time: by our limit, or by one below us, such as the transport's for connecting.</summary>
    public static bool IsTimeout(Exception exception) =>
        exception is TimeoutRejectedException or OperationCanceledException { InnerException: TimeoutException };

    private static FailureKind Of(HttpStatusCode status) => status switch
    {
        HttpStatusCode.TooManyRequests => FailureKind.Throttled,
        HttpStatusCode.ServiceUnavailable => FailureKind.Unavailable,
        HttpStatusCode.RequestTimeout or HttpStatusCode.InternalServerError or HttpStatusCode.BadGateway or HttpStatusCode.GatewayTimeout => FailureKind.Faulted,
        _ => FailureKind.None,
    };

    private static FailureKind Of(Exception exception) => exception switch
    {
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.ConnectionError or HttpRequestError.ProxyTunnelError } => FailureKind.NeverSent,
        HttpRequestException { HttpRequestError: HttpRequestError.ResponseEnded or HttpRequestError.HttpProtocolError } => FailureKind.InDoubt,

        // The platform gives no error code to a connection that is reset while the request is written. One with a status is a
        // judgement about an answer, and one with another cause (a refused certificate, content that can't be read) comes back.
        HttpRequestException { HttpRequestError: HttpRequestError.Unknown, StatusCode: null, InnerException: null or IOException or SocketException } => FailureKind.InDoubt,
        IOException => FailureKind.InDoubt,
        _ => IsTimeout(exception) ? FailureKind.InDoubt : FailureKind.None,
    };
}
