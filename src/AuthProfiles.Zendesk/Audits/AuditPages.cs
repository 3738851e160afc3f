using System.Text.Json;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Audits;

/// <summary>
/// Pages of the audits of all tickets. Their description asks with <c>page[size]</c> and <c>page[after]</c>, but their answers have cursors beside
/// the audits, and addresses with <c>cursor</c> and <c>limit</c>. So the walk goes on in the way that the answer came. Audits with cursors beside them
/// come latest first: <c>before_cursor</c> leads on to older ones, <c>after_cursor</c> back to what has happened since.
/// </summary>
internal sealed class AuditPages : PageMode
{
    private const string Mark = "cursor=";

    public override ApiPath Ask(ApiPath path, PageOptions options) => options.After is { } after && after.StartsWith(Mark, StringComparison.Ordinal)
        ? path.With("limit", options.PageSize).With("cursor", after[Mark.Length..])
        : Cursor.Ask(path, options with { Sort = null });

    public override string? Next(in PageEnvelope envelope, PageOptions options) => envelope.HasMeta ? Cursor.Next(envelope, options) : Older(envelope);

    private static string? Older(in PageEnvelope envelope)
    {
        if (envelope.BeforeCursor is { Length: > 0 } cursor)
        {
            return Mark + cursor;
        }

        // Stopping here would lose the rest.
        return envelope.HasOlderPage ? throw new JsonException("The list has more pages but no cursor for the next.")
            : envelope is { HasNextPage: true, AfterCursor: null or "" } ? throw new JsonException("The list came in numbered pages where a cursor was asked for.")
            : null;
    }
}
