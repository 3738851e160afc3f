namespace AuthProfiles.Resilience;

/// <summary>Knows which requests may be carried out twice as well as once.</summary>
internal static class Idempotency
{
    private static readonly HttpRequestOptionsKey<bool> Denied = new("AuthProfiles.NotIdempotent");

    public static void Deny(HttpRequestMessage request) => request.Options.Set(Denied, true);

    /// <summary>By the caller's word, else by the service's promise for an <c>Idempotency-Key</c>, else by the method (RFC 9110, section 9.2.2).</summary>
    public static bool Of(HttpRequestMessage request) =>
        !(request.Options.TryGetValue(Denied, out var denied) && denied)
        && (IsIdempotent(request.Method) || request.Headers.NonValidated.Contains("Idempotency-Key"));

    private static bool IsIdempotent(HttpMethod method) =>
        method == HttpMethod.Get
        || method == HttpMethod.Put
        || method == HttpMethod.Delete
        || method == HttpMethod.Head
        || method == HttpMethod.Options
        || method == HttpMethod.Trace;
}
