namespace AuthProfiles.AspNetCore;

/// <summary>What a page shows of one connection.</summary>
/// <remarks>Immutable. It holds no secret.</remarks>
public sealed class ConnectionView
{
    internal ConnectionView()
    {
    }

    /// <summary>Gets the profile's name.</summary>
    public required string Profile { get; init; }

    /// <summary>Gets what people call the service: the name of its identity provider, or the profile's.</summary>
    public required string Title { get; init; }

    /// <summary>Gets what the connection is for, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Gets the stored connection, or null where the user has not connected.</summary>
    public ConnectionSummary? Summary { get; init; }

    /// <summary>Gets what the user is asked for, a form for each way to connect.</summary>
    public required IReadOnlyList<ConnectionForm> Forms { get; init; }

    /// <summary>Gets the result of the test that was just made, or null. It is redacted.</summary>
    public AuthorizationTestResult? Test { get; init; }

    /// <summary>Gets the address that a form connects by: <c>POST</c>, each field under its key after <c>input.</c>.</summary>
    public required string ConnectAddress { get; init; }

    /// <summary>Gets the address that a form tests by: <c>POST</c>.</summary>
    public required string TestAddress { get; init; }

    /// <summary>Gets the address that a form disconnects by: <c>POST</c>.</summary>
    public required string DisconnectAddress { get; init; }

    /// <summary>Gets a value indicating whether the connection can be used.</summary>
    public bool IsConnected => Summary is { State: ConnectionState.Active, Fault: null };
}
