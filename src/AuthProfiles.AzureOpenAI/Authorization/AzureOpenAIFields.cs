using System.Collections.Immutable;
using AuthProfiles.AzureOpenAI.Endpoints;
using AuthProfiles.Templates;

namespace AuthProfiles.AzureOpenAI.Authorization;

/// <summary>What a connection gives, and where the vendor shows it.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
internal sealed class AzureOpenAIFields
{
    public const string EndpointKey = "endpoint";
    public const string ApiKeyKey = "apiKey";
    public const string SecondaryApiKeyKey = "secondaryApiKey";
    public const string TenantIdKey = "tenantId";

    private const string Keys = "Azure portal: the resource, Resource Management, Keys and Endpoint.";
    private const string Registration = "Azure portal: Microsoft Entra ID, App registrations, the application";

    public AzureOpenAIFields(AzureOpenAIOptions options)
    {
        var cloud = CloudValues.Of(options.Cloud);
        string[] gateways = [.. options.AlsoAllow];

        // A customer's endpoint leads into no network of the program's, unless the program itself runs against a local stand-in.
        var takesLoopback = gateways.Append(options.Endpoint).Append(options.LoginUrl).Any(AzureEndpoint.IsLoopback);
        Endpoint = new(EndpointKey, "Endpoint", $"The host of the resource. {Keys}")
        {
            Example = "contoso.openai.azure.com",
            Secret = false,
            OfApplication = true,
            Optional = !Mentions(options.BaseUrl, EndpointKey),
            Normalize = text => !takesLoopback && AzureEndpoint.IsLoopback(text) ? throw new ArgumentException("it is on loopback, and the profile is not.", nameof(options))
                : AzureEndpoint.TryParse(text, gateways, cloud, out var endpoint, out var fault) ? endpoint.Address.AbsoluteUri
                : throw new ArgumentException($"it {fault}.", nameof(options)),
            Shape = ValueShape.Origin([.. cloud.Domains, .. gateways.Select(AzureEndpoint.DomainOf).OfType<string>()]),
        };
        ApiKey = new(ApiKeyKey, "API key", $"KEY 1 or KEY 2 of the resource. {Keys}") { BelongsTo = EndpointKey };
        SecondaryApiKey = ApiKey with { Key = SecondaryApiKeyKey, Title = "Second API key", Hint = $"The other key of the resource, used when the first is refused. {Keys}" };
        TenantId = new(TenantIdKey, "Directory (tenant) ID", $"The Entra directory, by its GUID or a verified domain. {Registration}, Overview.")
        {
            Example = "00000000-0000-0000-0000-000000000000",
            Secret = false,
            OfApplication = true,
            Optional = !Mentions(options.LoginUrl ?? cloud.LoginUrl, TenantIdKey),
            Shape = ValueShape.EntraDirectory,
        };
    }

    public AdditionalField Endpoint { get; }

    public AdditionalField ApiKey { get; }

    public AdditionalField SecondaryApiKey { get; }

    public AdditionalField TenantId { get; }

    public AdditionalField ClientId { get; } =
        new(ClientCredentialsProfile.ClientIdField, "Application (client) ID", $"{Registration}, Overview.")
        {
            Example = "00000000-0000-0000-0000-000000000000",
            Secret = false,
            MaxLength = 255,
            OfApplication = true,
        };

    public AdditionalField ClientSecret { get; } =
        new(ClientCredentialsProfile.ClientSecretField, "Client secret", $"The secret's Value, not its Secret ID; it is shown only once. {Registration}, Certificates & secrets.")
        {
            MaxLength = 255,
            OfApplication = true,
        };

    /// <summary>Gets all fields. What one way alone needs is optional for the profile as a whole: each way says what it can't do without.</summary>
    public ImmutableArray<AdditionalField> All => [Endpoint, .. new[] { ApiKey, SecondaryApiKey, TenantId, ClientId, ClientSecret }.Select(static input => input with { Optional = true })];

    private static bool Mentions(string? template, string key) => template?.Contains($"{{{{{key}}}}}", StringComparison.Ordinal) ?? false;
}
