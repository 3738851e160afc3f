namespace AuthProfiles;

/// <summary>What an API key profile can be told.</summary>
public sealed class ApiKeyOptions : ProfileOptions
{
    /// <summary>Gets or sets the key of the developer's own connection. Tenants and users give theirs as the input <c>key</c>.</summary>
    /// <value>The default is null. Keep it in settings, not in code.</value>
    public SecretValue? Key { get; set; }

    /// <summary>Gets or sets the second key of the developer's own connection, for services that issue two so that they can be replaced in turn. Tenants and users give theirs as the input <c>secondaryKey</c>.</summary>
    /// <value>The default is null. It is used when the service refuses the first with 401, and until it is refused itself; the request that was refused is sent again.</value>
    public SecretValue? SecondaryKey { get; set; }

    /// <summary>Gets or sets the header that carries the key.</summary>
    /// <value>The default is <c>x-api-key</c>. It has no effect where <see cref="QueryString"/> is set.</value>
    public string Header { get; set; } = "x-api-key";

    /// <summary>Gets or sets the query parameter that carries the key, in place of a header.</summary>
    /// <value>The default is null: the key goes into the header.</value>
    public string? QueryString { get; set; }

    /// <summary>Gets or sets what stands before the key, such as <c>Token</c> and a space.</summary>
    /// <value>The default is null: nothing.</value>
    public string? Prefix { get; set; }

    /// <summary>Gets or sets the field that a connection gives its key by.</summary>
    /// <value>The default has the key <c>key</c>. A preset names and describes it as its service does.</value>
    public AdditionalField KeyField { get; set; } = new("key", "API key", "The key that the service issued.");
}
