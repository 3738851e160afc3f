namespace AuthProfiles.Zendesk;

/// <summary>For whom Zendesk takes the caller. Immutable.</summary>
public sealed record Caller
{
    /// <summary>Gets the id of the user, or null where the caller is nobody.</summary>
    public long? Id { get; init; }

    /// <summary>Gets the name; nobody has one too.</summary>
    public string? Name { get; init; }

    /// <summary>Gets the e-mail address; nobody has a made-up one.</summary>
    public string? Email { get; init; }

    /// <summary>Gets the role; nobody has that of an end user.</summary>
    public UserRole? Role { get; init; }

    /// <summary>Gets the language, such as <c>en-US</c>.</summary>
    public string? Locale { get; init; }

    /// <summary>Gets a value indicating whether the caller is nobody.</summary>
    public bool IsAnonymous => Id is null;
}
