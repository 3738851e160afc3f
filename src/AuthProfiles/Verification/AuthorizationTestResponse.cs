namespace AuthProfiles;

/// <summary>A response of a test, with every secret taken out.</summary>
public sealed class AuthorizationTestResponse
{
    /// <summary>Gets the HTTP status.</summary>
    public required int StatusCode { get; init; }

    /// <summary>Gets the headers; values of all but harmless headers are replaced by <c>[redacted]</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Gets the first 4,096 characters of the body, or null where it is no text or was not read.</summary>
    /// <remarks>Known secrets in any usual encoding, and members that are named like secrets, are replaced by <c>[redacted]</c>. What else the service says is shown as it is.</remarks>
    public string? Body { get; init; }
}
