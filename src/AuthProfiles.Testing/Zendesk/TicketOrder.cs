namespace AuthProfiles.Testing.Zendesk;

/// <summary>The orders of a list of tickets, by the query's <c>sort</c>.</summary>
internal static class TicketOrder
{
    public static Func<LocalTicket, PagePosition>? Of(string? sort) => sort switch
    {
        null or "id" => static ticket => new(ticket.Id, 0),
        "-id" => static ticket => new(-ticket.Id, 0),
        "updated_at" => static ticket => new(ticket.UpdatedAt.ToUnixTimeSeconds(), ticket.Id),
        "-updated_at" => static ticket => new(-ticket.UpdatedAt.ToUnixTimeSeconds(), -ticket.Id),
        _ => null,
    };
}
