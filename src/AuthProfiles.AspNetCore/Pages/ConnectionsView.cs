using Microsoft.AspNetCore.Antiforgery;

namespace AuthProfiles.AspNetCore;

/// <summary>What a page shows of a user's connections.</summary>
/// <remarks>Immutable. It holds no secret but the request token of anti-forgery, which belongs into every form.</remarks>
public sealed class ConnectionsView
{
    internal ConnectionsView()
    {
    }

    /// <summary>Gets the connections, one for each profile that users may authorize; or the one that was asked for. Those that can't be read just now are not among them.</summary>
    public required IReadOnlyList<ConnectionView> Connections { get; init; }

    /// <summary>Gets what has just happened, or null.</summary>
    public string? Notice { get; init; }

    /// <summary>Gets a value indicating whether what has just happened is a failure.</summary>
    public bool IsFailure { get; init; }

    /// <summary>Gets where the user came from, a local address, or null.</summary>
    public string? ReturnUrl { get; init; }

    /// <summary>Gets the address of the list of all connections.</summary>
    public required string ListAddress { get; init; }

    /// <summary>Gets what each form sends along, under <see cref="AntiforgeryTokenSet.FormFieldName"/>.</summary>
    public required AntiforgeryTokenSet Antiforgery { get; init; }
}
