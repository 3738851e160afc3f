namespace AuthProfiles;

/// <summary>What a JWT bearer profile can be told.</summary>
/// <remarks>The assertion is signed by <see cref="OAuthOptions.ClientKey"/>, which a connection gives as the input <c>clientKey</c>.</remarks>
public sealed class JwtBearerOptions : OAuthOptions
{
    /// <summary>Gets or sets who issues the assertion, a text that may have <c>{tenant}</c> and <c>{{field}}</c> in it.</summary>
    /// <value>The default is null: the client id.</value>
    public string? AssertionIssuer { get; set; }

    /// <summary>Gets or sets on whose behalf requests are made, a text that may have <c>{tenant}</c> and <c>{{field}}</c> in it.</summary>
    /// <value>The default is null: the issuer itself.</value>
    public string? Subject { get; set; }

    /// <summary>Gets or sets whom the assertion is for, a text that may have <c>{tenant}</c> and <c>{{field}}</c> in it.</summary>
    /// <value>The default is null: the token endpoint's address.</value>
    public string? Audience { get; set; }

    /// <summary>Gets further claims of the assertion, each a text, such as <c>scope</c> where the service looks for it there.</summary>
    /// <value>Empty by default. The claims of the protocol, such as <c>exp</c>, are refused.</value>
    public IDictionary<string, string> Claims { get; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <inheritdoc/>
    internal override bool SignsGrant => true;

    /// <summary>The assertion alone is enough (RFC 7523, section 3.1).</summary>
    internal override ClientAuthentication DefaultAuthentication => AuthProfiles.ClientAuthentication.None;
}
