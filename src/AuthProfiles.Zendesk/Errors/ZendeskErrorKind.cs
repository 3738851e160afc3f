namespace AuthProfiles.Zendesk;

/// <summary>Says why Zendesk did not do what was asked. The set is closed: a program may switch over it.</summary>
public enum ZendeskErrorKind
{
    /// <summary>The credential was refused, also after it was renewed (401).</summary>
    Unauthorized,

    /// <summary>The credential is good and may not do this: a scope or a role is missing (403).</summary>
    Forbidden,

    /// <summary>There is no such ticket, or no such account or operation (404, 410).</summary>
    NotFound,

    /// <summary>The ticket has changed since it was read, or two changes met (409).</summary>
    Conflict,

    /// <summary>Zendesk does not take the values that were sent (400, 413, 422 and other refusals); <see cref="ZendeskException.Details"/> names the fields.</summary>
    Invalid,

    /// <summary>Too many requests in too short a time (429).</summary>
    RateLimited,

    /// <summary>Zendesk can't answer for the moment (408, 5xx).</summary>
    Unavailable,

    /// <summary>The answer is none of Zendesk's: a redirect, a page of HTML, or JSON of another shape.</summary>
    UnexpectedAnswer,

    /// <summary>The answer's body stalled or broke off. The request may have been carried out.</summary>
    IncompleteAnswer,

    /// <summary>The same cursor came twice: the list would never end.</summary>
    RepeatedPage,

    /// <summary>The search has more than the 1,000 results that Zendesk gives; those were yielded.</summary>
    SearchLimit,

    /// <summary>The list has more than the 10,000 items that numbered pages reach; by cursor it has no such end.</summary>
    PageLimit,
}
