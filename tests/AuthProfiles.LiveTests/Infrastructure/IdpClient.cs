using System.Text.Json.Serialization;

namespace AuthProfiles.LiveTests.Infrastructure;

/// <summary>A client that the authorization server knows.</summary>
internal sealed record IdpClient(
    [property: JsonPropertyName("client_id")] string Id,
    [property: JsonPropertyName("client_secret")] string? Secret);
