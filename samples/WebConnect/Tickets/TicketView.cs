using AuthProfiles.Zendesk;

namespace WebConnect.Tickets;

/// <summary>What a ticket's page shows.</summary>
/// <param name="Ticket">The ticket.</param>
/// <param name="Comments">Its comments, the oldest first; the first is the description.</param>
/// <param name="CanTriage">Whether the user has connected a model.</param>
/// <param name="Notice">What has just happened: <see cref="Done"/>, <see cref="Undone"/>, or anything else for nothing.</param>
internal sealed record TicketView(Ticket Ticket, IReadOnlyList<TicketComment> Comments, bool CanTriage, string? Notice)
{
    public const string Done = "done";
    public const string Undone = "undone";

    /// <summary>The newest triage: priority, then summary; or null.</summary>
    public (string Priority, string Summary)? Outcome =>
        Comments.LastOrDefault(static comment => !comment.IsPublic && comment.Body?.StartsWith(Triage.Mark, StringComparison.Ordinal) is true)?.Body is { } body
        && body.Split('\n', 2) is [var first, var summary]
            ? (first[Triage.Mark.Length..], summary)
            : null;
}
