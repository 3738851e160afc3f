namespace AuthProfiles.Soak.Load;

/// <summary>What is done to the load: twelve kinds, of which the resets come in two shapes.</summary>
internal enum FaultKind
{
    /// <summary>The service takes none of a key's tokens any more that were issued so far: a burst of 401.</summary>
    Revoked,

    /// <summary>500, by the service and by the token endpoint.</summary>
    Faulted,

    /// <summary>429 with Retry-After, by both.</summary>
    Throttled,

    /// <summary>The connection is reset before any of the answer, by both. The service has not read the body then.</summary>
    ResetBefore,

    /// <summary>The connection is reset when the request was carried out and half of the answer is written, by both.</summary>
    ResetAfter,

    /// <summary>The answer comes in pieces, from both.</summary>
    SlowDrip,

    /// <summary>A token answer of which half is missing, and whose length says nothing of it.</summary>
    CutJson,

    /// <summary>A page with status 200 at the token endpoint.</summary>
    HtmlPage,

    /// <summary>A redirect to another origin, from both.</summary>
    Redirected,

    /// <summary>The authorization server is down for five seconds: its connections break, and new ones are refused.</summary>
    ProviderDown,

    /// <summary>The wall clock jumps an hour on, or back.</summary>
    ClockJump,

    /// <summary>The factory makes new handlers, every second.</summary>
    HandlersRotated,

    /// <summary>A caller gives up.</summary>
    Cancelled,
}
