using AuthProfiles.Zendesk.Model;
using AuthProfiles.Zendesk.Wire;

namespace AuthProfiles.Zendesk.Tickets;

/// <summary>Refuses before the network what Zendesk would take for something else than is meant.</summary>
internal static class TicketChecks
{
    public static string IdempotencyKey(NewTicket ticket)
    {
        var key = ticket.IdempotencyKey ?? Guid.NewGuid().ToString("D");
        return key.Length is > 0 and <= 255 && key.All(static character => character is > ' ' and <= '~')
            ? key
            : throw new ArgumentException("NewTicket.IdempotencyKey takes 1 to 255 visible ASCII characters.", nameof(ticket));
    }

    /// <summary>Says whether making the change twice is the same as once: a comment would be there twice, and the first change would make the stamp refuse the second.</summary>
    public static bool IsRepeatable(TicketUpdate update) =>
        update.Comment is null && update.UpdatedStamp is null && !update.AdditionalProperties.ContainsKey("comment") && !update.AdditionalProperties.ContainsKey("safe_update");

    /// <summary>Checks a change of one ticket by itself.</summary>
    public static void Update(TicketUpdate update)
    {
        if (update.AddedTags is not null || update.RemovedTags is not null)
        {
            throw new ArgumentException("Zendesk adds tags to one ticket and takes them off by TicketsClient.Tags; AddedTags and RemovedTags are for many tickets.", nameof(update));
        }

        ManyUpdate(update);
    }

    /// <summary>Checks a change of one or more tickets among many.</summary>
    public static void ManyUpdate(TicketUpdate update)
    {
        ArgumentNullException.ThrowIfNull(update);
        RecordChecks.Tags(update.Tags, nameof(update));
        RecordChecks.Tags(update.AddedTags, nameof(update));
        RecordChecks.Tags(update.RemovedTags, nameof(update));
        UpdateCheck.ChangesSomething(update with { UpdatedStamp = null }, nameof(update));
    }
}
