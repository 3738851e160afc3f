namespace AuthProfiles;

/// <summary>What a password profile can be told.</summary>
public sealed class PasswordOptions : OAuthOptions
{
    /// <summary>Gets or sets a value indicating whether it is known what this grant does: it hands a person's password to the application (RFC 9700, section 2.4).</summary>
    /// <value>The default is false: then the profile is refused. Take another grant wherever the service offers one.</value>
    public bool AllowPasswordGrant { get; set; }

    /// <summary>Gets or sets the user name of the developer's own connection. Tenants and users give theirs as the input <c>username</c>.</summary>
    /// <value>The default is null.</value>
    public string? Username { get; set; }

    /// <summary>Gets or sets the password of the developer's own connection. Tenants and users give theirs as the input <c>password</c>, which is forgotten once there is a grant.</summary>
    /// <value>The default is null. Keep it in settings, not in code.</value>
    public SecretValue? Password { get; set; }
}
