namespace AuthProfiles.Testing.Zendesk;

/// <summary>The orders of the trash, by the query's <c>sort_by</c> and <c>sort_order</c>.</summary>
internal static class DeletionOrder
{
    public static Func<LocalDeletion, PagePosition>? Of(string? sortBy, string? sortOrder) => (sortBy, sortOrder) switch
    {
        (null or "id", "desc") => static deletion => new(-deletion.Ticket.Id, 0),
        (null or "id", _) => static deletion => new(deletion.Ticket.Id, 0),
        ("deleted_at", "desc") => static deletion => new(-deletion.At.ToUnixTimeSeconds(), -deletion.Ticket.Id),
        ("deleted_at", _) => static deletion => new(deletion.At.ToUnixTimeSeconds(), deletion.Ticket.Id),
        _ => null,
    };
}
