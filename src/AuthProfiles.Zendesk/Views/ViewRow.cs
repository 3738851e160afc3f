using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>A row of a view: one ticket as the view shows it.</summary>
/// <param name="Ticket">The ticket, or null where the row has none.</param>
/// <param name="Values">The values by the <see cref="ViewColumn.Id"/> of their columns, and what Zendesk puts beside them, such as <c>group</c> and <c>custom_fields</c>.</param>
public sealed record ViewRow(ViewTicket? Ticket, IReadOnlyDictionary<string, JsonElement> Values);
