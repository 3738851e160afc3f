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
        Normalize = Normalized,
    };

    public static readonly AdditionalField ClientId = new(ClientCredentialsProfile.ClientIdField, "Client identifier", "Admin Center > Apps and integrations > APIs > OAuth clients: the client's Identifier, not its name.")
    {
        Example = "my_application",
        Secret = false,
        MaxLength = 255,
    };

    public static readonly AdditionalField ClientSecret = new(ClientCredentialsProfile.ClientSecretField, "Client secret", "Shown once, when the OAuth client is saved. There, Regenerate makes another.")
    {
        MaxLength = 255,
    };

    public static readonly AdditionalField Email = new("email", "Email", "The address that the agent logs in with.")
    {
        Example = "agent@example.com",
        Secret = false,
        Pattern = @"[^@\s:]+@[^@\s:]+",
    };

    public static readonly AdditionalField ApiToken = new("apiToken", "API token", "Admin Center > Apps and integrations > APIs > Zendesk API: shown once, when the token is made.");

    /// <summary>Gets all of them as a connection sees them: none must be given, because either pair will do and the tenant's name may be the subdomain.</summary>
    public static ImmutableArray<AdditionalField> All { get; } =
        [.. new[] { Subdomain, ClientId, ClientSecret, Email, ApiToken }.Select(static field => field with { Optional = true })];

    private static string Normalized(string text) =>
        ZendeskSubdomain.TryParse(text, out var subdomain) ? subdomain : throw new ArgumentException(ZendeskSubdomain.Rule, nameof(text));
}
