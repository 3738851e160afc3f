namespace AuthProfiles;

/// <summary>What a Bearer profile can be told.</summary>
public sealed class BearerOptions : ProfileOptions
{
    /// <summary>Gets or sets the token of the developer's own connection. Tenants and users give theirs as the input <c>token</c>.</summary>
    /// <value>The default is null. Keep it in settings, not in code.</value>
    public SecretValue? Token { get; set; }
}
