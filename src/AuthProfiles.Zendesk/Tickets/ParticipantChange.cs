namespace AuthProfiles.Zendesk;

/// <summary>A follower or a person copied in by e-mail who is to be added or taken off. Immutable.</summary>
public sealed record ParticipantChange
{
    private ParticipantChange(long? userId, string? email, string? name, bool isRemoval)
    {
        UserId = userId;
        Email = email;
        Name = name;
        IsRemoval = isRemoval;
    }

    /// <summary>Gets the id of the user, or null where there is an address.</summary>
    public long? UserId { get; }

    /// <summary>Gets the e-mail address, or null where there is an id.</summary>
    public string? Email { get; }

    /// <summary>Gets the name for a user that Zendesk has to make; followers have none.</summary>
    public string? Name { get; }

    /// <summary>Gets a value indicating whether the person is taken off.</summary>
    public bool IsRemoval { get; }

    /// <summary>Adds a user.</summary>
    /// <param name="userId">The id of the user.</param>
    /// <returns>The change.</returns>
    public static ParticipantChange Add(long userId) => new(userId, null, null, isRemoval: false);

    /// <summary>Adds a person by address.</summary>
    /// <param name="email">The e-mail address.</param>
    /// <param name="name">The name for a user that Zendesk has to make; for those copied in only.</param>
    /// <returns>The change.</returns>
    public static ParticipantChange Add(string email, string? name = null) => new(null, Checked(email), name, isRemoval: false);

    /// <summary>Takes a user off.</summary>
    /// <param name="userId">The id of the user.</param>
    /// <returns>The change.</returns>
    public static ParticipantChange Remove(long userId) => new(userId, null, null, isRemoval: true);

    /// <summary>Takes a person off by address.</summary>
    /// <param name="email">The e-mail address.</param>
    /// <returns>The change.</returns>
    public static ParticipantChange Remove(string email) => new(null, Checked(email), null, isRemoval: true);

    private static string Checked(string email)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(email);
        return email;
    }
}
