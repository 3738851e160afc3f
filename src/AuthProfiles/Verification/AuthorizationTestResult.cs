using AuthProfiles.Connections;
using AuthProfiles.Diagnostics;

namespace AuthProfiles;

/// <summary>How the test of an authorization went.</summary>
/// <remarks>Immutable. It holds no secret, so it can be shown to whoever set the connection up.</remarks>
public sealed class AuthorizationTestResult
{
    /// <summary>Gets the profile's name.</summary>
    public required string Profile { get; init; }

    /// <summary>Gets the tenant, or null.</summary>
    public string? Tenant { get; init; }

    /// <summary>Gets the user, or null.</summary>
    public string? User { get; init; }

    /// <summary>Gets a value indicating whether every stage has passed.</summary>
    public required bool Succeeded { get; init; }

    /// <summary>Gets the stage that failed, or the last one that passed.</summary>
    public required AuthorizationTestStage Stage { get; init; }

    /// <summary>Gets what happened and, on a line of its own, what to do about it.</summary>
    public required string Message { get; init; }

    /// <summary>Gets the last request that was sent, or null where none was.</summary>
    public AuthorizationTestRequest? Request { get; init; }

    /// <summary>Gets the answer to <see cref="Request"/>, or null where none came.</summary>
    public AuthorizationTestResponse? Response { get; init; }

    /// <summary>Gets why there is no credential or why it could not be sent, or null: then the test succeeded, or the service itself refused the probe.</summary>
    public AuthorizationException? Error { get; init; }

    /// <summary>Gets what works and should be mended, a sentence or two each, such as that the second key had to be used. Empty where nothing should.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Gets how long the test took.</summary>
    public TimeSpan Duration { get; init; }

    /// <summary>Returns whose test it was, how it went, the message and, each on a line of its own, the warnings.</summary>
    /// <returns>For example <c>orders for acme: succeeded. GET https://acme.orders.example/api/count answered 200.</c></returns>
    public override string ToString() =>
        $"{new ConnectionName(Tenant, User).Describe(Printable.Escape(Profile))}: {(Succeeded ? "succeeded" : $"failed at {Stage}")}. {Message}{string.Concat(Warnings.Select(static warning => $"{Environment.NewLine}Warning: {warning}"))}";
}
