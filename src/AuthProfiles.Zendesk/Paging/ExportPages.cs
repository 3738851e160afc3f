using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Paging;

/// <summary>Pages of an incremental export: a cursor that goes on for ever, and a word when nothing is left for now.</summary>
/// <param name="since">The time from which the first page is.</param>
internal sealed class ExportPages(DateTimeOffset since) : PageMode
{
    protected override int LargestPage => LargestOfExports;

    public override ApiPath Ask(ApiPath path, PageOptions options)
    {
        var sized = path.With("per_page", options.PageSize);
        return options.After is { } cursor ? sized.With("cursor", cursor) : sized.With("start_time", since.ToUnixTimeSeconds());
    }

    public override string? Next(in PageEnvelope envelope, PageOptions options)
    {
        if (envelope.IsEndOfStream is not false)
        {
            return envelope.IsEndOfStream is null ? throw new JsonException("The export does not say whether it goes on.") : null;
        }

        return envelope.AfterCursor is { Length: > 0 } cursor ? cursor : throw new JsonException("The export goes on but has no cursor.");
    }

    // Where nothing has changed there may be no new cursor: the next walk begins where this one did.
    public override string? Checkpoint(in PageEnvelope envelope, PageOptions options) => envelope.AfterCursor is { Length: > 0 } cursor ? cursor : options.After;
}
