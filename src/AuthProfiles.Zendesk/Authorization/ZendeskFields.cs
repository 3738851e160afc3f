using System.Collections.Immutable;

namespace AuthProfiles.Zendesk.Authorization;

/// <summary>What a connection gives, described as Zendesk's pages show it.</summary>
internal static class ZendeskFields
{
    public const string SubdomainField = "subdomain";

    public static readonly AdditionalField Subdomain = new(SubdomainField, "Subdomain", "The part before .zendesk.com in the account's address; the whole address is taken too.")
    {
        Example = "acme",
        Secret = false,
        OfApplication = true,
        Normalize = Normalized,
    };

    public static readonly AdditionalField ClientId = new(ClientCredentialsProfile.ClientIdField, "Client identifier", "Admin Center > Apps and integrations > APIs > OAuth clients: the client's Identifier, not its name.")
    {
        Example = "my_application",
        Secret = false,
        MaxLength = 255,
        OfApplication = true,

        // No identifier has a space in it, and most names do.
        Pattern = @"\S+",
    };

    public static readonly AdditionalField ClientSecret = new(ClientCredentialsProfile.ClientSecretField, "Client secret", "Shown once, when the OAuth client is saved. There, Regenerate makes another.")
    {
        MaxLength = 255,
        OfApplication = true,
    };

    public static readonly AdditionalField Token = new(BearerProfile.TokenField, "Access token", "An OAuth access token that does not change. It is never renewed: a client identifier and secret serve longer.");

    public static readonly AdditionalField Email = new("email", "Email", "The address that the agent logs in with.")
    {
        Example = "agent@example.com",
        Secret = false,
        Pattern = @"[^@\s:]+@[^@\s:]+",
        Normalize = WithoutMark,
    };

    public static readonly AdditionalField ApiToken = new("apiToken", "API token", "Admin Center > Apps and integrations > APIs > Zendesk API: shown once, when the token is made. Zendesk switches all of them off on 30 April 2027.");

    /// <summary>What Zendesk has after the email of an API token, and people type.</summary>
    public const string TokenMark = "/token";

    /// <summary>Gets all of them as a connection sees them: none must be given, because any way will do and the tenant's name may be the subdomain.</summary>
    public static ImmutableArray<AdditionalField> All { get; } =
        [.. new[] { Subdomain, ClientId, ClientSecret, Token, Email, ApiToken }.Select(static field => field with { Optional = true })];

    private static string WithoutMark(string email)
    {
        while (email.EndsWith(TokenMark, StringComparison.OrdinalIgnoreCase))
        {
            email = email[..^TokenMark.Length];
        }

        return email;
    }

    private static string Normalized(string text) =>
        ZendeskSubdomain.TryParse(text, out var subdomain) ? subdomain : throw new ArgumentException(ZendeskSubdomain.Rule, nameof(text));
}
