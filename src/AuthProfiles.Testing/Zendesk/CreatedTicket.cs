using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Zendesk;

/// <summary>What an <c>Idempotency-Key</c> was used for.</summary>
internal sealed record CreatedTicket(string BodyDigest, LocalResponse Response, DateTimeOffset At);
