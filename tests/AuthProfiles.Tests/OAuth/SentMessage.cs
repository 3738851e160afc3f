namespace AuthProfiles.Tests.OAuth;

/// <summary>What a token request looked like when it was sent.</summary>
internal sealed record SentMessage(HttpMethod Method, Uri Address, string? Authorization, string? ContentType, string Accept, string Body);
