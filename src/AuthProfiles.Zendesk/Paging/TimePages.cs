using System.Globalization;
using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Paging;

/// <summary>Pages of an incremental export by time: each begins at the time that the one before reached, with what changed in that second once more.</summary>
/// <param name="since">The time from which the first page is.</param>
/// <param name="hasSize">Whether the size of a page can be asked for; otherwise it is Zendesk's.</param>
internal sealed class TimePages(DateTimeOffset since, bool hasSize = true) : PageMode
{
    protected override int LargestPage => LargestOfExports;

    public override ApiPath Ask(ApiPath path, PageOptions options)
    {
        var sized = hasSize ? path.With("per_page", options.PageSize) : path;
        return sized.With("start_time", Start(options));
    }

    public override string? Next(in PageEnvelope envelope, PageOptions options)
    {
        if (IsLast(envelope, options))
        {
            return null;
        }

        var next = Time(envelope) ?? throw new JsonException("The export goes on but does not say from when.");
        return next == options.After ? throw new ZendeskException(ZendeskErrorKind.RepeatedPage, "The export goes on from where this page began: it would never end. Read it again later.") : next;
    }

    // Where nothing has changed there may be no new time: the next walk begins where this one did.
    public override string? Checkpoint(in PageEnvelope envelope, PageOptions options) => Time(envelope) ?? Start(options);

    // Their count is the page's own.
    public override long? Total(in PageEnvelope envelope) => null;

    private static string? Time(in PageEnvelope envelope) => envelope.EndTime?.ToString(CultureInfo.InvariantCulture);

    // Exports that don't say whether they go on are at their end with the first page that is not full. More than asked for come where they share a second.
    private bool IsLast(in PageEnvelope envelope, PageOptions options) => envelope.IsEndOfStream
        ?? (envelope.Count is { } count ? count < (hasSize ? options.PageSize : LargestOfExports) : throw new JsonException("The export does not say whether it goes on."));

    private string Start(PageOptions options) => options.After ?? since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
}
