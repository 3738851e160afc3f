namespace AuthProfiles.Zendesk.Wire;

/// <summary>The headers of Zendesk's own that calls carry.</summary>
internal static class CallHeaders
{
    public const string OnBehalfOf = "X-On-Behalf-Of";
    public const string IdempotencyKey = "Idempotency-Key";

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
}
