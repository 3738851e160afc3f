using AuthProfiles.Connections;
using AuthProfiles.Diagnostics;

namespace AuthProfiles;

/// <summary>How a request would be authorized if it were sent now.</summary>
/// <remarks>Immutable and thread-safe. It holds no secret, and of an address's query only that there is one.</remarks>
public sealed class RequestExplanation
{
    /// <summary>Gets the profile's name.</summary>
    public required string Profile { get; init; }

    /// <summary>Gets the authorization type, such as <c>ClientCredentials</c>.</summary>
    public required string AuthorizationType { get; init; }

    /// <summary>Gets the tenant whose connection the request uses, or null.</summary>
    public string? Tenant { get; init; }

    /// <summary>Gets the user whose connection the request uses, or null.</summary>
    public string? User { get; init; }

    /// <summary>Gets where the connection stands: the path of its section in the settings, or words for code and the connection store.</summary>
    public required string Connection { get; init; }

    /// <summary>Gets the request's method.</summary>
    public required string Method { get; init; }

    /// <summary>Gets the address that the request would go to, the values of its query left out, or null where it is not known: <see cref="Missing"/> says why.</summary>
    public string? Address { get; init; }

    /// <summary>Gets the origins that the connection's credential may go to.</summary>
    public IReadOnlyList<string> Origins { get; init; } = [];

    /// <summary>Gets the places that the credential would go into. What a delegate or a profile of another library returns is known only where it is held.</summary>
    public IReadOnlyList<InjectedField> Fields { get; init; } = [];

    /// <summary>Gets a value indicating whether a good credential is held already.</summary>
    public bool IsHeld { get; init; }

    /// <summary>Gets when the credential that is held expires, or null where none is or nobody said.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Gets the first request that acquiring the credential would send, such as <c>POST https://login.orders.example/token</c>, or null where none is needed or it is not known.</summary>
    public string? AcquiredBy { get; init; }

    /// <summary>Gets what keeps the request from being sent: a sentence each, with the cure. Empty where nothing is known to.</summary>
    public IReadOnlyList<string> Missing { get; init; } = [];

    /// <summary>Returns all of it, a line each.</summary>
    /// <returns>The lines.</returns>
    public override string ToString() => string.Join(Environment.NewLine, Lines());

    private IEnumerable<string> Lines()
    {
        yield return $"{Method} {Address ?? "(no address yet)"}";
        yield return $"Profile: {new ConnectionName(Tenant, User).Describe(Printable.Escape(Profile))} ({AuthorizationType})";
        yield return $"Connection: {Connection}";
        yield return $"Origins: {(Origins.Count == 0 ? "none yet" : string.Join(", ", Origins))}";
        yield return $"Credential: {Credential()}";
        foreach (var sentence in Missing)
        {
            yield return $"Missing: {sentence}";
        }
    }

    private string Credential()
    {
        var places = Fields.Count == 0 ? "places known when it is there" : string.Join(", ", Fields);
        var origin = IsHeld ? "held" : AcquiredBy is null ? "not held" : $"not held; acquired by {AcquiredBy}";
        return ExpiresAt is { } end ? $"{places}; {origin} until {end.UtcDateTime:yyyy-MM-dd HH:mm:ss} UTC" : $"{places}; {origin}";
    }
}
