using AuthProfiles;

namespace Snippets.Parcels;

/// <summary>What a profile of Parcels can be told.</summary>
public sealed class ParcelsOptions : ProfileOptions
{
    public ParcelsOptions() => (BaseUrl, Probe) = ("https://api.parcels.example/v1/", "GET account");

    public SecretValue? ApiKey { get; set; }

    public string? ClientId { get; set; }

    public SecretValue? ClientSecret { get; set; }
}
