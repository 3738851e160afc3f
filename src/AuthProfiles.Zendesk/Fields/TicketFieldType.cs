using System.Diagnostics.CodeAnalysis;

namespace AuthProfiles.Zendesk;

/// <summary>What a ticket field holds: one of the values here, or whatever else Zendesk says.</summary>
/// <param name="Value">The word as it is on the wire, such as <c>tagger</c>.</param>
[SuppressMessage("Naming", "CA1720:Identifier contains type name", Justification = "Zendesk's own words for its types.")]
public readonly record struct TicketFieldType(string Value)
{
    internal static readonly string[] Known = ["text", "textarea", "checkbox", "date", "integer", "decimal", "regexp", "partialcreditcard", "tagger", "multiselect", "lookup", "subject", "description", "status", "custom_status", "tickettype", "priority", "group", "assignee"];

    /// <summary>Gets the type of a line of text.</summary>
    public static TicketFieldType Text { get; } = new(Known[0]);

    /// <summary>Gets the type of lines of text.</summary>
    public static TicketFieldType TextArea { get; } = new(Known[1]);

    /// <summary>Gets the type of a truth value, which may put a tag on the ticket.</summary>
    public static TicketFieldType Checkbox { get; } = new(Known[2]);

    /// <summary>Gets the type of a day.</summary>
    public static TicketFieldType Date { get; } = new(Known[3]);

    /// <summary>Gets the type of a whole number.</summary>
    public static TicketFieldType WholeNumber { get; } = new(Known[4]);

    /// <summary>Gets the type of a number.</summary>
    public static TicketFieldType Number { get; } = new(Known[5]);

    /// <summary>Gets the type of a text that matches a pattern.</summary>
    public static TicketFieldType Regexp { get; } = new(Known[6]);

    /// <summary>Gets the type of the last digits of a credit card.</summary>
    public static TicketFieldType CreditCard { get; } = new(Known[7]);

    /// <summary>Gets the type of one of several options, each of which is a tag.</summary>
    public static TicketFieldType DropDown { get; } = new(Known[8]);

    /// <summary>Gets the type of some of several options, each of which is a tag.</summary>
    public static TicketFieldType MultiSelect { get; } = new(Known[9]);

    /// <summary>Gets the type of a record that is referred to.</summary>
    public static TicketFieldType Lookup { get; } = new(Known[10]);

    /// <summary>Gets the type of the subject, which every ticket has.</summary>
    public static TicketFieldType Subject { get; } = new(Known[11]);

    /// <summary>Gets the type of the first comment, which every ticket has.</summary>
    public static TicketFieldType Description { get; } = new(Known[12]);

    /// <summary>Gets the type of the status, which every ticket has.</summary>
    public static TicketFieldType Status { get; } = new(Known[13]);

    /// <summary>Gets the type of the account's own status.</summary>
    public static TicketFieldType CustomStatus { get; } = new(Known[14]);

    /// <summary>Gets the type of the type: problem, incident, question or task.</summary>
    public static TicketFieldType TicketType { get; } = new(Known[15]);

    /// <summary>Gets the type of the priority.</summary>
    public static TicketFieldType Priority { get; } = new(Known[16]);

    /// <summary>Gets the type of the group.</summary>
    public static TicketFieldType Group { get; } = new(Known[17]);

    /// <summary>Gets the type of the assignee.</summary>
    public static TicketFieldType Assignee { get; } = new(Known[18]);

    /// <summary>Returns the word as it is on the wire.</summary>
    /// <returns>The value.</returns>
    public override string ToString() => Value ?? string.Empty;
}
