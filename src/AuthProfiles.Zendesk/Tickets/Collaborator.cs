namespace AuthProfiles.Zendesk;

/// <summary>A person who is copied in, by id or by address. Immutable.</summary>
public sealed record Collaborator
{
    private Collaborator(long? userId, string? email, string? name)
    {
        UserId = userId;
        Email = email;
        Name = name;
    }

    /// <summary>Gets the id of the user, or null where there is an address.</summary>
    public long? UserId { get; }

    /// <summary>Gets the e-mail address, or null where there is an id.</summary>
    public string? Email { get; }

    /// <summary>Gets the name for a user that Zendesk has to make.</summary>
    public string? Name { get; }

    /// <summary>Makes one by id.</summary>
    /// <param name="userId">The id of the user.</param>
    /// <returns>The collaborator.</returns>
    public static Collaborator Of(long userId) => new(userId, null, null);

    /// <summary>Makes one by address.</summary>
    /// <param name="email">The e-mail address.</param>
    /// <param name="name">The name for a user that Zendesk has to make.</param>
    /// <returns>The collaborator.</returns>
    public static Collaborator Of(string email, string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        return new(null, email, name);
    }
}
