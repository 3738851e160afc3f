using System.Text.Json;

namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>One custom field.</summary>
internal sealed record TicketField(long Id, JsonElement Value);
