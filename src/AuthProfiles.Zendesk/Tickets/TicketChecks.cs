namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Refuses before the network what Zendesk would take for something else than is meant.</summary>
internal static class TicketChecks
{
    public static void Id(long id, string parameter)
    {
        if (id <= 0)
        {
            throw new ArgumentOutOfRangeException(parameter, id, "An id of Zendesk is a positive number.");
        }
    }

    public static void Tags(IReadOnlyList<string>? tags, string parameter)
    {
        // Zendesk makes two tags of one with a space in it.
        if (tags is not null && tags.Any(static tag => string.IsNullOrEmpty(tag) || tag.Any(char.IsWhiteSpace)))
        {
            throw new ArgumentException("A tag is not empty and has no white space: write 'needs_review' for 'needs review'.", parameter);
        }
    }

    public static void AtLeastOneTag(IReadOnlyList<string> tags, string parameter)
    {
        ArgumentNullException.ThrowIfNull(tags, parameter);
        Tags(tags, parameter);
        if (tags.Count == 0)
        {
            throw new ArgumentException("Give at least one tag.", parameter);
        }
    }

    public static string IdempotencyKey(NewTicket ticket)
    {
        var key = ticket.IdempotencyKey ?? Guid.NewGuid().ToString("D");
        return key.Length is > 0 and <= 255 && key.All(static character => character is > ' ' and <= '~')
            ? key
            : throw new ArgumentException("NewTicket.IdempotencyKey takes 1 to 255 visible ASCII characters.", nameof(ticket));
    }

    /// <summary>Says whether making the change twice is the same as once: a comment would be there twice, and the first change would make the stamp refuse the second.</summary>
    public static bool IsRepeatable(TicketUpdate update) => update.Comment is null && update.UpdatedStamp is null;

    public static void Update(TicketUpdate update)
    {
        Tags(update.Tags, nameof(update));
        if (update with { UpdatedStamp = null } == Nothing)
        {
            throw new ArgumentException("The update changes nothing: assign at least one member.", nameof(update));
        }
    }

    private static readonly TicketUpdate Nothing = new();
}
