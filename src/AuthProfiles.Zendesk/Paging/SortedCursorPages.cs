using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Paging;

/// <summary>Pages by cursor of a list that takes its order in the older way.</summary>
internal sealed class SortedCursorPages : PageMode
{
    public override ApiPath Ask(ApiPath path, PageOptions options) =>
        options.IsNumbered ? Numbered.Ask(path, options) : Cursor.Ask(SortBy.Add(path, options.Sort), options with { Sort = null });

    public override string? Next(in PageEnvelope envelope, PageOptions options) => (options.IsNumbered ? Numbered : Cursor).Next(envelope, options);
}
