namespace AuthProfiles;

/// <summary>What a consent begins with.</summary>
public sealed class StartOptions
{
    /// <summary>Gets or sets where the provider sends the owner back to: an absolute address without a fragment, exactly as it is registered there.</summary>
    /// <value>The default is null: the profile's own. Where the profile has one, this must be the same, byte for byte. https, http to loopback, or an app's own scheme such as <c>com.example.app:/callback</c>.</value>
    public Uri? CallbackLink { get; set; }

    /// <summary>Gets the values of the profile's additional fields that the connection gives, by field key, such as a subdomain.</summary>
    /// <value>Empty by default. Those of an earlier connection of the same owner stay where none is given anew.</value>
    public IDictionary<string, SecretValue> Inputs { get; } = new Dictionary<string, SecretValue>(StringComparer.Ordinal);

    /// <summary>Gets or sets the application's own word about where to go on, such as a local address. It is kept here, is not shown to the provider, and comes back with the connection.</summary>
    /// <value>The default is null. At most 2,000 characters.</value>
    public string? Context { get; set; }
}
