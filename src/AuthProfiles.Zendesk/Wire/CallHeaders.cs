namespace AuthProfiles.Zendesk.Wire;

/// <summary>The headers of Zendesk's own that calls carry, and for whom they are.</summary>
internal static class CallHeaders
{
    public const string OnBehalfOf = "X-On-Behalf-Of";
    public const string IdempotencyKey = "Idempotency-Key";

    private static readonly HttpRequestOptionsKey<bool> Anonymous = new("AuthProfiles.Zendesk.Anonymous");
    private static readonly HttpRequestOptionsKey<bool> Elsewhere = new("AuthProfiles.Zendesk.Elsewhere");

    /// <summary>Returns the key by which Zendesk knows a repetition of the request, or null.</summary>
    public static string? KeyOf(HttpRequestMessage request) => request.Headers.NonValidated.TryGetValues(IdempotencyKey, out var values) ? values.ToString() : null;

    /// <summary>Lets a request act for a user. Where Zendesk refuses that, it calls the token invalid, which another token would not cure.</summary>
    public static void ActFor(HttpRequestMessage request, string? user)
    {
        if (user is not null && !request.Headers.Contains(OnBehalfOf))
        {
            request.Headers.Add(OnBehalfOf, user);
        }

        if (request.Headers.Contains(OnBehalfOf))
        {
            request.NotRenewing();
        }
    }

    /// <summary>Notes on a request that it goes without a credential: its refusal is about that.</summary>
    public static void ActForNobody(HttpRequestMessage request) => request.Options.Set(Anonymous, true);

    public static bool ActsForNobody(HttpRequestMessage request) => request.Options.TryGetValue(Anonymous, out var isAnonymous) && isAnonymous;

    /// <summary>Notes on a request that it leads to another place than the account, where no credential goes: what is refused there is not about one.</summary>
    public static void LeadElsewhere(HttpRequestMessage request) => request.Options.Set(Elsewhere, true);

    public static bool LeadsElsewhere(HttpRequestMessage request) => request.Options.TryGetValue(Elsewhere, out var isElsewhere) && isElsewhere;
}
