using AuthProfiles.Zendesk.Organizations;
using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Users;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Exports;

/// <summary>The address and the readers of exports.</summary>
internal static class ExportAnswers
{
    public static readonly ApiPath Root = ApiPath.Of("incremental");

    public static readonly PageReader<User> Users = new("users", UserReader.Read);
    public static readonly PageReader<Organization> Organizations = new("organizations", OrganizationReader.Read);
    public static readonly PageReader<TicketEvent> TicketEvents = new("ticket_events", TicketEventReader.Read);
    public static readonly PageReader<TicketMetricEvent> TicketMetricEvents = new("ticket_metric_events", TicketMetricEventReader.Read);

    public static readonly ReadValue<IReadOnlyList<TicketEvent>> ManyTicketEvents = Answer.ListOf<TicketEvent>("ticket_events", TicketEventReader.Read);
    public static readonly ReadValue<IReadOnlyList<User>> ManyUsers = Answer.ListOf<User>("users", UserReader.Read);
    public static readonly ReadValue<IReadOnlyList<Organization>> ManyOrganizations = Answer.ListOf<Organization>("organizations", OrganizationReader.Read);
}
