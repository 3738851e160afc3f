using AuthProfiles.Diagnostics;
using AuthProfiles.Templates;

namespace AuthProfiles.Connections;

/// <summary>A tenant, a user, both or neither: whose connection a request uses, whatever the profile.</summary>
internal sealed class ConnectionName : IEquatable<ConnectionName>
{
    /// <summary>The developer's own connection.</summary>
    public static readonly ConnectionName Own = new(null, null);

    private const int Longest = 255;

    private readonly int _hash;

    internal ConnectionName(string? tenant, string? user)
    {
        Tenant = tenant;
        User = user;

        // Looked up on every request: hashed once.
        _hash = HashCode.Combine(
            tenant is null ? 0 : string.GetHashCode(tenant, StringComparison.Ordinal),
            user is null ? 0 : string.GetHashCode(user, StringComparison.Ordinal));
    }

    public string? Tenant { get; }

    public string? User { get; }

    public bool IsOwn => Tenant is null && User is null;

    /// <summary>Makes a checked name.</summary>
    public static ConnectionName Create(string profile, string? tenant, string? user)
    {
        if (tenant is null && user is null)
        {
            return Own;
        }

        Check(profile, "tenant", tenant);
        Check(profile, "user", user);
        return new(tenant, user);
    }

    public string Describe(string profile) => (Tenant, User) switch
    {
        (null, null) => profile,
        (_, null) => $"{profile} for {Printable.Escape(Tenant)}",
        (null, _) => $"{profile}, user {Printable.Escape(User)}",
        _ => $"{profile} for {Printable.Escape(Tenant)}, user {Printable.Escape(User)}",
    };

    public bool Equals(ConnectionName? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _hash == other._hash
            && string.Equals(Tenant, other.Tenant, StringComparison.Ordinal)
            && string.Equals(User, other.User, StringComparison.Ordinal));

    public override bool Equals(object? obj) => Equals(obj as ConnectionName);

    public override int GetHashCode() => _hash;

    // A colon would read another section of the settings; a control character would forge a log line.
    private static void Check(string profile, string role, string? name)
    {
        if (name is not null && Fault(name) is { } fault)
        {
            throw new AuthorizationException(
                AuthorizationErrorKind.InvalidValue,
                profile,
                $"{(profile.Length == 0 ? "The" : $"Profile '{Printable.Escape(profile)}': the")} {role} name '{Printable.Escape(name)}' {fault}. Use the application's own short name for its {(role == "user" ? "user" : "customer")}.");
        }
    }

    private static string? Fault(string name)
    {
        if (name.Length is 0 or > Longest)
        {
            return name.Length == 0 ? "is empty" : $"is longer than {Longest} characters";
        }

        foreach (var character in name)
        {
            if (character == ':')
            {
                return "has a colon";
            }

            if (char.IsControl(character))
            {
                return "has a control character";
            }
        }

        return Surrogates.HasLone(name) ? "has half a character"
            : name.Trim().Length == name.Length ? null
            : "begins or ends with white space";
    }
}
