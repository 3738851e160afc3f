using System.Globalization;
using AuthProfiles.Zendesk;

namespace Quickstart;

/// <summary>What is written to a ticket.</summary>
/// <param name="Ticket">The ticket as it was read.</param>
/// <param name="Summary">What the model says that it is about.</param>
/// <param name="Priority">What the model says: low, normal, high or urgent.</param>
/// <param name="Duplicates">The tickets that say nearly the same.</param>
internal sealed record Note(Ticket Ticket, string Summary, string Priority, IReadOnlyList<Duplicate> Duplicates)
{
    /// <summary>The tag by which a ticket is recognized as done.</summary>
    public const string DoneTag = "quickstart_triaged";

    private readonly string _run = Guid.NewGuid().ToString("N")[..8];

    /// <summary>The first line of the comment, by which it is recognized when it is read back.</summary>
    public string Mark => $"Quickstart triage {_run}: priority {Priority}";

    public string Comment => string.Join('\n', [Mark, Summary, .. Duplicates.Select(Line)]);

    public IReadOnlyList<string> Tags =>
        [DoneTag, $"priority_{Priority}", .. Duplicates.Count > 0 ? ["possible_duplicate"] : Array.Empty<string>()];

    private static string Line(Duplicate duplicate) =>
        string.Create(CultureInfo.InvariantCulture, $"Possible duplicate of #{duplicate.TicketId} ({duplicate.Likeness:P0})");
}
