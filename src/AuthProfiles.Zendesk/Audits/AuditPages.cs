using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Audits;

/// <summary>
/// Pages of the audits of all tickets. Their description asks with <c>page[size]</c> and <c>page[after]</c>, but their answers have the cursor beside
/// the audits, and an address with <c>cursor</c> and <c>limit</c> for the next page. So the walk goes on in the way that the answer came.
/// </summary>
internal sealed class AuditPages : PageMode
{
    private const string Mark = "cursor=";

    public override ApiPath Ask(ApiPath path, PageOptions options) => options.After is { } after && after.StartsWith(Mark, StringComparison.Ordinal)
        ? path.With("limit", options.PageSize).With("cursor", after[Mark.Length..])
        : Cursor.Ask(path, options with { Sort = null });

    public override string? Next(in PageEnvelope envelope, PageOptions options)
    {
        var next = Cursor.Next(envelope, options);
        return next is null || envelope.HasMeta ? next : Mark + next;
    }
}
