namespace AuthProfiles.Resilience;

/// <summary>Knows how long an attempt of a single request may take, where that is not the client's own limit.</summary>
internal static class AttemptTime
{
    private static readonly HttpRequestOptionsKey<TimeSpan> Key = new("AuthProfiles.AttemptTimeout");

    public static void Set(HttpRequestMessage request, TimeSpan limit) => request.Options.Set(Key, limit);

    public static TimeSpan? Of(HttpRequestMessage request) => request.Options.TryGetValue(Key, out var limit) ? limit : null;
}
