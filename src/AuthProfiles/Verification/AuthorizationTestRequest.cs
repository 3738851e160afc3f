namespace AuthProfiles;

/// <summary>A request of a test, with every secret taken out.</summary>
public sealed class AuthorizationTestRequest
{
    /// <summary>Gets the method.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the address; the values in its query are replaced by <c>[redacted]</c>.</summary>
    public required string Address { get; init; }

    /// <summary>Gets the headers as they were sent, in no particular order; values of all but harmless headers are replaced by <c>[redacted]</c>.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Headers { get; init; } = [];

    /// <summary>Returns method and address.</summary>
    /// <returns>For example <c>GET https://acme.orders.example/api/count</c>.</returns>
    public override string ToString() => $"{Method} {Address}";
}
