using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Exports;

/// <summary>The address and the readers of exports.</summary>
internal static class ExportAnswers
{
    public static readonly ApiPath Root = ApiPath.Of("incremental");

    public static readonly PageReader<TicketEvent> TicketEvents = new("ticket_events", TicketEventReader.Read);
    public static readonly PageReader<TicketMetricEvent> TicketMetricEvents = new("ticket_metric_events", TicketMetricEventReader.Read);

    public static readonly ReadValue<IReadOnlyList<TicketEvent>> ManyTicketEvents = Answer.ListOf<TicketEvent>("ticket_events", TicketEventReader.Read);
}
