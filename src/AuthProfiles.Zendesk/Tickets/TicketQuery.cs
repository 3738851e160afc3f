using System.Globalization;

namespace AuthProfiles.Zendesk;

/// <summary>Builds a search for tickets word by word, so that no text that is searched for becomes an instruction. Immutable: each step returns a longer query.</summary>
/// <remarks>
/// It goes wherever a query is taken. Conditions on different members all hold; several on the same one are alternatives, as at Zendesk. Zendesk's language has
/// no way to write a quotation mark within a text, so one becomes a space.
/// </remarks>
public sealed class TicketQuery
{
    private readonly string _text;

    /// <summary>Initializes a new instance of the <see cref="TicketQuery"/> class that finds all tickets once something is added.</summary>
    public TicketQuery()
        : this(string.Empty)
    {
    }

    private TicketQuery(string text) => _text = text;

    /// <summary>Returns the query as Zendesk takes it.</summary>
    /// <param name="query">The query.</param>
    public static implicit operator string(TicketQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        return query.ToString();
    }

    /// <summary>Finds a text: its words, one after the other.</summary>
    /// <param name="text">The text.</param>
    /// <returns>The longer query.</returns>
    public TicketQuery Text(string text) => Plus(Quoted(text));

    /// <summary>Finds tickets whose member is a value.</summary>
    /// <param name="member">The member as Zendesk's search names it, such as <c>subject</c>, <c>tags</c> or <c>via</c>.</param>
    /// <param name="value">The value.</param>
    /// <returns>The longer query.</returns>
    public TicketQuery Where(string member, string value) => Condition(member, ':', Quoted(value));

    /// <summary>Finds tickets whose member is not a value.</summary>
    /// <param name="member">The member as Zendesk's search names it.</param>
    /// <param name="value">The value.</param>
    /// <returns>The longer query.</returns>
    public TicketQuery WhereNot(string member, string value) => Plus($"-{Checked(member)}:{Quoted(value)}");

    /// <summary>Finds tickets whose member has no value, such as those that have no <c>assignee</c>.</summary>
    /// <param name="member">The member as Zendesk's search names it.</param>
    /// <returns>The longer query.</returns>
    public TicketQuery WhereNone(string member) => Condition(member, ':', "none");

    /// <summary>Finds tickets whose member is a time after another.</summary>
    /// <param name="member">The member: <c>created</c>, <c>updated</c>, <c>solved</c>, <c>due_date</c>.</param>
    /// <param name="time">The time.</param>
    /// <returns>The longer query.</returns>
    public TicketQuery WhereAfter(string member, DateTimeOffset time) => Condition(member, '>', Written(time));

    /// <summary>Finds tickets whose member is a time before another.</summary>
    /// <param name="member">The member: <c>created</c>, <c>updated</c>, <c>solved</c>, <c>due_date</c>.</param>
    /// <param name="time">The time.</param>
    /// <returns>The longer query.</returns>
    public TicketQuery WhereBefore(string member, DateTimeOffset time) => Condition(member, '<', Written(time));

    /// <summary>Finds tickets of a status.</summary>
    /// <param name="status">The status.</param>
    /// <returns>The longer query.</returns>
    public TicketQuery WithStatus(TicketStatus status) => Where("status", status.Value);

    /// <summary>Finds tickets that are not as far as a status: all that are not answered are before <see cref="TicketStatus.Solved"/>.</summary>
    /// <param name="status">The status.</param>
    /// <returns>The longer query.</returns>
    public TicketQuery BeforeStatus(TicketStatus status) => Condition("status", '<', Checked(status.Value));

    /// <summary>Finds tickets of a priority.</summary>
    /// <param name="priority">The priority.</param>
    /// <returns>The longer query.</returns>
    public TicketQuery WithPriority(TicketPriority priority) => Where("priority", priority.Value);

    /// <summary>Finds tickets of a type.</summary>
    /// <param name="type">The type.</param>
    /// <returns>The longer query.</returns>
    public TicketQuery WithType(TicketType type) => Where("ticket_type", type.Value);

    /// <summary>Finds tickets that have a tag.</summary>
    /// <param name="tag">The tag.</param>
    /// <returns>The longer query.</returns>
    public TicketQuery WithTag(string tag) => Where("tags", tag);

    /// <summary>Finds tickets whose custom field has a value.</summary>
    /// <param name="fieldId">The field's id.</param>
    /// <param name="value">The value; of a drop-down, its tag.</param>
    /// <returns>The longer query.</returns>
    public TicketQuery WithCustomField(long fieldId, string value) => Where(string.Create(CultureInfo.InvariantCulture, $"custom_field_{fieldId}"), value);

    /// <summary>Finds tickets of an agent, requester, group or organization by its id.</summary>
    /// <param name="member">The member: <c>assignee</c>, <c>requester</c>, <c>submitter</c>, <c>cc</c>, <c>commenter</c>, <c>group</c>, <c>organization</c>, <c>brand</c>, <c>form</c>.</param>
    /// <param name="id">The id.</param>
    /// <returns>The longer query.</returns>
    public TicketQuery WithId(string member, long id) => Condition(member, ':', id.ToString(CultureInfo.InvariantCulture));

    /// <summary>Returns the query as Zendesk takes it.</summary>
    /// <returns>The query.</returns>
    public override string ToString() => _text;

    private static string Written(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static string Checked(string member)
    {
        ArgumentException.ThrowIfNullOrEmpty(member);
        return member.All(static character => char.IsAsciiLetterOrDigit(character) || character == '_')
            ? member
            : throw new ArgumentException("A member's name has letters, digits and underscores only.", nameof(member));
    }

    private static bool IsPlain(string text) =>
        text.All(static character => char.IsAsciiLetterOrDigit(character) || character == '_') && !text.Equals("none", StringComparison.OrdinalIgnoreCase);

    // Quoted unless it is a plain word: a minus in front, a colon, a wildcard or the word none is then a text like any other.
    private static string Quoted(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (IsPlain(text))
        {
            return text;
        }

        var clean = string.Create(text.Length, text, static (span, text) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                span[i] = text[i] == '"' || char.IsControl(text[i]) ? ' ' : text[i];
            }
        }).Trim();
        return clean.Length == 0 ? throw new ArgumentException("The text has nothing that can be searched for.", nameof(text)) : $"\"{clean}\"";
    }

    private TicketQuery Condition(string member, char comparison, string value) =>
        Plus($"{Checked(member)}{comparison}{value}");

    private TicketQuery Plus(string term) => new(_text.Length == 0 ? term : $"{_text} {term}");
}
