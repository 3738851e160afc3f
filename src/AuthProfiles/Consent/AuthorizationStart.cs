namespace AuthProfiles;

/// <summary>A consent that has begun.</summary>
/// <remarks>Immutable. It prints no secret.</remarks>
public sealed class AuthorizationStart
{
    internal AuthorizationStart(Uri address, DateTimeOffset expiresAt)
    {
        Address = address;
        ExpiresAt = expiresAt;
    }

    /// <summary>Gets where the owner is to be sent, once. It holds the one-time state, so it belongs in a redirect and in no log.</summary>
    public Uri Address { get; }

    /// <summary>Gets until when the owner may come back.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>Returns where the owner is sent, without the query.</summary>
    /// <returns>For example <c>https://login.calendar.example/authorize</c>.</returns>
    public override string ToString() => Address.GetLeftPart(UriPartial.Path);
}
