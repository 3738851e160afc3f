using AuthProfiles.Zendesk;

namespace Quickstart.Steps;

/// <summary>Step 5: write each note to its ticket, and read back that it is there.</summary>
internal sealed class WriteBack(ZendeskClient zendesk)
{
    /// <summary>Returns how many notes are on their tickets.</summary>
    public async Task<int> RunAsync(string tenant, IReadOnlyList<Note> notes, CancellationToken cancellationToken)
    {
        Console.WriteLine($"5. Write comments and tags to the tickets of {tenant}");
        var tickets = zendesk.For(tenant).Tickets;
        var progress = new Progress("written", notes.Count);
        foreach (var note in notes)
        {
            try
            {
                await WriteAsync(tickets, note, cancellationToken);
            }
            catch (ZendeskException error) when (error.Kind == ZendeskErrorKind.Conflict)
            {
                Console.Error.WriteLine($"  #{note.Ticket.Id}: somebody has changed the ticket meanwhile, so nothing is written");
            }

            progress.Advance();
        }

        return await CountThoseThereAsync(tickets, notes, cancellationToken);
    }

    private static Task<Ticket> WriteAsync(TicketsClient tickets, Note note, CancellationToken cancellationToken) => tickets.UpdateAsync(
        note.Ticket.Id,
        new()
        {
            Comment = Comment.Internal(note.Comment),
            Tags = [.. note.Ticket.Tags.Union(note.Tags)],

            // These are all tags: without the stamp, one that somebody added meanwhile would be lost.
            UpdatedStamp = note.Ticket.UpdatedAt,
        },
        cancellationToken);

    private static async Task<int> CountThoseThereAsync(TicketsClient tickets, IReadOnlyList<Note> notes, CancellationToken cancellationToken)
    {
        var now = (await tickets.GetManyAsync(notes.Select(note => note.Ticket.Id), cancellationToken)).ToDictionary(ticket => ticket.Id);
        var there = 0;
        foreach (var note in notes)
        {
            var tagged = now.TryGetValue(note.Ticket.Id, out var ticket) && note.Tags.All(ticket.Tags.Contains);
            if (tagged && await HasCommentAsync(tickets, note, cancellationToken))
            {
                there++;
            }
            else
            {
                Console.Error.WriteLine($"  #{note.Ticket.Id}: the {(tagged ? "comment" : "tags")} cannot be read back");
            }
        }

        Console.WriteLine($"  read back: {there} of {notes.Count} tickets have the comment, unseen by the customer, and the tags");
        return there;
    }

    private static async Task<bool> HasCommentAsync(TicketsClient tickets, Note note, CancellationToken cancellationToken)
    {
        await foreach (var comment in tickets.Comments.ListAsync(note.Ticket.Id, cancellationToken: cancellationToken))
        {
            if (!comment.IsPublic && comment.Body?.Contains(note.Mark, StringComparison.Ordinal) is true)
            {
                return true;
            }
        }

        return false;
    }
}
