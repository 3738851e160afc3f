using System.Globalization;
using AuthProfiles.Testing.Text;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>A search in Zendesk's language: words are all needed, of one property one value is enough, a minus excludes.</summary>
internal sealed class SearchQuery(string query, LocalUsers users)
{
    private readonly IReadOnlyList<SearchTerm> _terms = SearchTerm.ParseAll(query);

    public bool WantsTickets => Type is null or "ticket";

    /// <summary>Users have none of a ticket's properties.</summary>
    public bool WantsUsers => string.Equals(Type, "user", StringComparison.Ordinal) || (Type is null && _terms.All(term => term.Property.Length == 0));

    private string? Type => _terms.LastOrDefault(term => string.Equals(term.Property, "type", StringComparison.Ordinal))?.Value.ToLowerInvariant();

    private IEnumerable<SearchTerm> Filters => _terms.Where(term => !string.Equals(term.Property, "type", StringComparison.Ordinal));

    public bool Matches(LocalTicket ticket)
    {
        var text = string.Join('\n', ticket.Comments.Select(comment => comment.Body).Prepend(ticket.Subject ?? string.Empty).Concat(ticket.Tags));
        return Matches(term => term.Property.Length == 0 ? HasText(text, term.Value) : HasProperty(ticket, term));
    }

    public bool Matches(LocalUser user) =>
        Matches(term => term.Property.Length == 0 ? HasText($"{user.Name}\n{user.Email}", term.Value) : term is { Property: "email", Operator: ":" } && Same(user.Email, term.Value));

    private static bool HasText(string text, string wanted)
    {
        if (wanted.EndsWith('*'))
        {
            return Words.Of(text).Any(word => word.StartsWith(wanted[..^1], StringComparison.OrdinalIgnoreCase));
        }

        var words = Words.Of(wanted).ToList();
        return words.Count == 1 ? Words.Of(text).Contains(words[0], StringComparer.Ordinal) : text.Contains(wanted, StringComparison.OrdinalIgnoreCase);
    }

    private static bool Same(string? left, string right) => string.Equals(left ?? "none", right, StringComparison.OrdinalIgnoreCase);

    private static bool HasTime(DateTimeOffset time, SearchTerm term)
    {
        if (!DateTimeOffset.TryParse(term.Value, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var wanted))
        {
            return false;
        }

        // A date without a time means the day.
        var unit = term.Value.Contains(':', StringComparison.Ordinal) ? TimeSpan.TicksPerSecond : TimeSpan.TicksPerDay;
        return term.Holds(time.UtcTicks / unit, wanted.UtcTicks / unit);
    }

    private bool Matches(Func<SearchTerm, bool> holds)
    {
        var filters = Filters.ToList();
        return filters.Where(term => term.IsNegated).All(term => !holds(term))
            && filters.Where(term => !term.IsNegated && term.Property.Length == 0).All(holds)
            && filters.Where(term => !term.IsNegated && term.Property.Length > 0).GroupBy(term => (term.Property, term.Operator)).All(group => group.Any(holds));
    }

    private bool HasProperty(LocalTicket ticket, SearchTerm term) => term.Property switch
    {
        "status" => term.Holds(Array.IndexOf(TicketRules.Statuses, ticket.Status), Array.IndexOf(TicketRules.Statuses, term.Value.ToLowerInvariant())),
        "priority" when ticket.Priority is null => Same(ticket.Priority, term.Value),
        "priority" => term.Holds(Array.IndexOf(TicketRules.Priorities, ticket.Priority), Array.IndexOf(TicketRules.Priorities, term.Value.ToLowerInvariant())),
        "ticket_type" => Same(ticket.Type, term.Value),
        "tags" => ticket.Tags.Count == 0 ? Same(left: null, term.Value) : ticket.Tags.Contains(term.Value, StringComparer.OrdinalIgnoreCase),
        "subject" => HasText(ticket.Subject ?? string.Empty, term.Value),
        "description" => HasText(ticket.Description, term.Value),
        "requester" => IsUser(ticket.RequesterId, term.Value),
        "assignee" => ticket.AssigneeId is { } id ? IsUser(id, term.Value) : Same(left: null, term.Value),
        "external_id" => Same(ticket.ExternalId, term.Value),
        "created" or "created_at" => HasTime(ticket.CreatedAt, term),
        "updated" or "updated_at" => HasTime(ticket.UpdatedAt, term),
        _ => false,
    };

    private bool IsUser(long id, string wanted) =>
        Same(id.ToString(CultureInfo.InvariantCulture), wanted) || (users.Find(id) is { } user && (Same(user.Email, wanted) || HasText(user.Name, wanted)));
}
