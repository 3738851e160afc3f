namespace AuthProfiles.Zendesk.Paging;

/// <summary>What an answer says about its page, in whichever of Zendesk's ways.</summary>
internal struct PageEnvelope
{
    /// <summary>Whether there is a <c>meta</c>, which pages by cursor have.</summary>
    public bool HasMeta;

    /// <summary><c>meta.has_more</c>, or null where it does not say.</summary>
    public bool? HasMore;

    /// <summary><c>meta.after_cursor</c>, or <c>after_cursor</c> beside the items.</summary>
    public string? AfterCursor;

    /// <summary>Whether <c>next_page</c> or <c>after_url</c> names an address. It is never followed.</summary>
    public bool HasNextPage;

    /// <summary><c>before_cursor</c> beside the items.</summary>
    public string? BeforeCursor;

    /// <summary>Whether <c>before_url</c> names an address. It is never followed.</summary>
    public bool HasOlderPage;

    /// <summary><c>end_of_stream</c> of an export.</summary>
    public bool? IsEndOfStream;

    /// <summary><c>end_time</c> of an export by time, in seconds of Unix.</summary>
    public long? EndTime;

    /// <summary><c>count</c>.</summary>
    public long? Count;
}
