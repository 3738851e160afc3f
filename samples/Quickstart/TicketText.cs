using AuthProfiles.Zendesk;

namespace Quickstart;

/// <summary>What a model gets to read of a ticket.</summary>
internal static class TicketText
{
    // Some 2,000 tokens in most languages: what a ticket is about stands at its beginning, and a request stays below the service's limits.
    private const int Longest = 6_000;

    public static string Of(Ticket ticket)
    {
        var text = $"{ticket.Subject}\n{ticket.Description}";
        return text.Length <= Longest ? text : text[..Longest];
    }
}
