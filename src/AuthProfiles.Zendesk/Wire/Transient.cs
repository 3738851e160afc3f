namespace AuthProfiles.Zendesk.Wire;

/// <summary>Knows which failures are of the moment: the service's own, of the network to it, and of the tokens for it.</summary>
internal static class Transient
{
    public static bool Is(Exception failure, CancellationToken caller) => failure switch
    {
        ZendeskException error => error.IsTransient,
        AuthorizationException error => error.IsTransient,
        HttpRequestException => true,

        // HttpClient.Timeout ends so; the caller's own cancellation does too.
        TaskCanceledException => failure.InnerException is TimeoutException && !caller.IsCancellationRequested,
        _ => false,
    };
}
