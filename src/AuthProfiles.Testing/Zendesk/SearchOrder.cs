namespace AuthProfiles.Testing.Zendesk;

/// <summary>The orders of a search, by the query's <c>sort_by</c>; without it, by relevance, which is the id here.</summary>
internal static class SearchOrder
{
    public static Func<LocalTicket, PagePosition>? Of(string? sortBy, bool descending) => sortBy switch
    {
        null or "relevance" => static ticket => new(ticket.Id, 0),
        "created_at" => Signed(static ticket => ticket.CreatedAt.ToUnixTimeSeconds(), descending),
        "updated_at" => Signed(static ticket => ticket.UpdatedAt.ToUnixTimeSeconds(), descending),
        "priority" => Signed(static ticket => Array.IndexOf(TicketRules.Priorities, ticket.Priority), descending),
        "status" => Signed(static ticket => Array.IndexOf(TicketRules.Statuses, ticket.Status), descending),
        _ => null,
    };

    private static Func<LocalTicket, PagePosition> Signed(Func<LocalTicket, long> value, bool descending) =>
        descending ? ticket => new(-value(ticket), -ticket.Id) : ticket => new(value(ticket), ticket.Id);
}
