namespace AuthProfiles.Benchmarks.Stubs;

/// <summary>The way it came in.</summary>
internal sealed record TicketVia(string? Channel);
