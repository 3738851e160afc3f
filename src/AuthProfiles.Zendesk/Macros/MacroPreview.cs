using System.Text.Json;

namespace AuthProfiles.Zendesk;

/// <summary>What a macro would make of a ticket. Nothing is changed by asking. Immutable.</summary>
/// <param name="Ticket">
/// The members of the ticket as they would be, as they came, <c>comment</c> among them. Those that are to be made true go into <see cref="TicketUpdate"/>;
/// those that it has no property for into its <see cref="TicketUpdate.AdditionalProperties"/>.
/// </param>
public sealed record MacroPreview(IReadOnlyDictionary<string, JsonElement> Ticket);
