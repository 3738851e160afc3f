namespace Quickstart;

/// <summary>A ticket that says nearly the same as another.</summary>
/// <param name="TicketId">Its id.</param>
/// <param name="Likeness">The cosine of the angle between both: 1 for the same text.</param>
internal sealed record Duplicate(long TicketId, float Likeness);
