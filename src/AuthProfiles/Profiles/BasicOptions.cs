namespace AuthProfiles;

/// <summary>What a Basic profile can be told.</summary>
public sealed class BasicOptions : ProfileOptions
{
    /// <summary>Gets or sets the user name of the developer's own connection. Tenants and users give theirs as the input <c>username</c>.</summary>
    /// <value>The default is null. It has no colon (RFC 7617, section 2).</value>
    public string? Username { get; set; }

    /// <summary>Gets or sets the password of the developer's own connection. Tenants and users give theirs as the input <c>password</c>.</summary>
    /// <value>The default is null. Keep it in settings, not in code.</value>
    public SecretValue? Password { get; set; }

    /// <summary>Gets or sets what follows the user name, such as <c>/token</c> at a service that marks a kind of password so.</summary>
    /// <value>The default is null: nothing. A user name that ends with it already is left as it is.</value>
    public string? UsernameSuffix { get; set; }

    /// <summary>Gets or sets the field that a connection gives its user name by.</summary>
    /// <value>The default has the key <c>username</c>. A preset names and describes it as its service does.</value>
    public AdditionalField UsernameField { get; set; } = new("username", "Username", "The name you log in with.") { Secret = false };

    /// <summary>Gets or sets the field that a connection gives its password by.</summary>
    /// <value>The default has the key <c>password</c>. A preset names and describes it as its service does.</value>
    public AdditionalField PasswordField { get; set; } = new("password", "Password", "The password, or what the service takes in its place.");
}
