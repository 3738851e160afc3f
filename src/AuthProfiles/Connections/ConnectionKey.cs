using AuthProfiles.Connections;

namespace AuthProfiles;

/// <summary>Names a connection: whose use of which profile.</summary>
/// <remarks>An immutable value, compared ordinally. With neither tenant nor user it is the developer's own connection.</remarks>
public sealed record ConnectionKey
{
    /// <summary>Initializes a new instance of the <see cref="ConnectionKey"/> class.</summary>
    /// <param name="profile">The profile's name.</param>
    /// <param name="tenant">The application's own name for its customer, or null. 1 to 255 characters, no colon, no control characters.</param>
    /// <param name="user">The application's own name for the user, or null. The same rules.</param>
    /// <exception cref="AuthorizationException">A name breaks the rules (<see cref="AuthorizationErrorKind.InvalidValue"/>).</exception>
    public ConnectionKey(string profile, string? tenant = null, string? user = null)
        : this(profile, ConnectionName.Create(profile, tenant, user))
    {
    }

    internal ConnectionKey(string profile, ConnectionName name)
    {
        ArgumentException.ThrowIfNullOrEmpty(profile);
        Profile = profile;
        Tenant = name.Tenant;
        User = name.User;
    }

    /// <summary>Gets the profile's name.</summary>
    public string Profile { get; }

    /// <summary>Gets the tenant's name, or null.</summary>
    public string? Tenant { get; }

    /// <summary>Gets the user's name, or null.</summary>
    public string? User { get; }

    /// <summary>Gets whose connection it is, whatever the profile.</summary>
    internal ConnectionName Name => new(Tenant, User);

    /// <summary>Returns the names as a person would say them.</summary>
    /// <returns>For example <c>orders for acme, user mia</c>.</returns>
    public override string ToString() => Name.Describe(Profile);
}
