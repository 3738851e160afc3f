using System.Globalization;
using System.Text.Json;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Paging;

/// <summary>Pages of an incremental export by time: each begins at the time that the one before reached.</summary>
/// <param name="since">The time from which the first page is.</param>
internal sealed class TimePages(DateTimeOffset since) : PageMode
{
    public override ApiPath Ask(ApiPath path, PageOptions options) =>
        path.With("per_page", options.PageSize).With("start_time", options.After ?? since.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    public override string? Next(in PageEnvelope envelope, PageOptions options)
    {
        if (envelope.IsEndOfStream is true)
        {
            return null;
        }

        return Checkpoint(envelope) ?? throw new JsonException("The export goes on but does not say from when.");
    }

    public override string? Checkpoint(in PageEnvelope envelope) => envelope.EndTime?.ToString(CultureInfo.InvariantCulture);
}
