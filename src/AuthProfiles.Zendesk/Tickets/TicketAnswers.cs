using AuthProfiles.Zendesk.Paging;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>The addresses and the readers that the operations on tickets share.</summary>
internal static class TicketAnswers
{
    public static readonly ApiPath Root = ApiPath.Of("tickets");

    public static readonly ReadValue<Ticket> One = Answer.Of<Ticket>("ticket", TicketReader.Read);
    public static readonly ReadValue<IReadOnlyList<Ticket>> Many = Answer.ListOf<Ticket>("tickets", TicketReader.Read);
    public static readonly PageReader<Ticket> Pages = new("tickets", TicketReader.Read);
    public static readonly PageReader<Ticket> Results = new("results", TicketReader.Read);
    public static readonly SideloadReader<Ticket> Sideloaded = new("ticket", TicketReader.Read);
}
