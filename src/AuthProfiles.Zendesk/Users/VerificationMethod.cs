namespace AuthProfiles.Zendesk;

/// <summary>How an identity was verified: one of the values here, or whatever else Zendesk says.</summary>
/// <param name="Value">The word as it is on the wire, such as <c>full</c>.</param>
public readonly record struct VerificationMethod(string Value)
{
    internal static readonly string[] Known = ["none", "low", "sso", "embed", "full"];

    /// <summary>Gets the method of an identity that is not verified.</summary>
    public static VerificationMethod None { get; } = new(Known[0]);

    /// <summary>Gets the method of an identity that somebody else says is the user's.</summary>
    public static VerificationMethod Low { get; } = new(Known[1]);

    /// <summary>Gets the method of single sign-on.</summary>
    public static VerificationMethod SingleSignOn { get; } = new(Known[2]);

    /// <summary>Gets the method of a program that embeds Zendesk.</summary>
    public static VerificationMethod Embedded { get; } = new(Known[3]);

    /// <summary>Gets the method in which the user has shown that the identity is theirs.</summary>
    public static VerificationMethod Full { get; } = new(Known[4]);

    /// <summary>Returns the word as it is on the wire.</summary>
    /// <returns>The value.</returns>
    public override string ToString() => Value ?? string.Empty;
}
