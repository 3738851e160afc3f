using AuthProfiles.Resilience;

namespace AuthProfiles.Injection;

/// <summary>A body of no bytes, below our handlers only, that keeps the platform from sending a request twice.</summary>
/// <remarks>
/// Where a connection is closed without an answer, the platform sends a request again by itself unless it has begun to write its body: whatever the
/// method, so that a POST without a body may be carried out twice. An empty body counts as begun, and looks the same on the wire.
/// </remarks>
internal sealed class EmptyBody : ByteArrayContent
{
    private EmptyBody()
        : base([])
    {
    }

    /// <summary>Puts it on a request that has no body and is not as good twice as once.</summary>
    public static void Put(HttpRequestMessage request)
    {
        if (request.Content is null && !Idempotency.Of(request))
        {
            request.Content = new EmptyBody();
        }
    }

    /// <summary>Takes it off again; any other body stays.</summary>
    public static void TakeOff(HttpRequestMessage request)
    {
        if (request.Content is EmptyBody)
        {
            request.Content = null;
        }
    }
}
