namespace AuthProfiles.Zendesk;

/// <summary>How a webhook's requests are authorized at the endpoint. Immutable; the secret is not told by its text.</summary>
/// <remarks>It is beside the signature, which every request has.</remarks>
public sealed record WebhookAuthentication
{
    internal WebhookAuthentication(string type) => Type = type;

    /// <summary>Gets the kind as Zendesk names it: <c>basic_auth</c>, <c>bearer_token</c> or <c>api_key</c>.</summary>
    public string Type { get; }

    /// <summary>Gets the name of the user, of <c>basic_auth</c>.</summary>
    public string? UserName { get; internal init; }

    /// <summary>Gets the name of the header, of <c>api_key</c>.</summary>
    public string? HeaderName { get; internal init; }

    /// <summary>Gets the password, token or key; null in what Zendesk gives back.</summary>
    public SecretValue? Secret { get; internal init; }

    /// <summary>Makes one by name and password.</summary>
    /// <param name="userName">The name.</param>
    /// <param name="password">The password.</param>
    /// <returns>The authentication.</returns>
    public static WebhookAuthentication Basic(string userName, SecretValue password)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(userName);
        return new("basic_auth") { UserName = userName, Secret = Checked(password, nameof(password)) };
    }

    /// <summary>Makes one by a bearer token.</summary>
    /// <param name="token">The token.</param>
    /// <returns>The authentication.</returns>
    public static WebhookAuthentication Bearer(SecretValue token) => new("bearer_token") { Secret = Checked(token, nameof(token)) };

    /// <summary>Makes one by a header of the endpoint's own.</summary>
    /// <param name="headerName">The name of the header, such as <c>X-API-Key</c>.</param>
    /// <param name="key">The key.</param>
    /// <returns>The authentication.</returns>
    public static WebhookAuthentication ApiKey(string headerName, SecretValue key)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(headerName);
        return new("api_key") { HeaderName = headerName, Secret = Checked(key, nameof(key)) };
    }

    private static SecretValue Checked(SecretValue secret, string parameter)
    {
        ArgumentNullException.ThrowIfNull(secret, parameter);
        return string.IsNullOrEmpty(secret.Reveal()) ? throw new ArgumentException("The secret is empty.", parameter) : secret;
    }
}
