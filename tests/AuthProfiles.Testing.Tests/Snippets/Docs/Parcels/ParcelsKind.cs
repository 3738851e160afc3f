using AuthProfiles;
using AuthProfiles.Settings;

namespace Snippets.Parcels;

/// <summary>The kind that <c>AddParcels</c> declares profiles of: each customer by a key or by an application, as their values decide.</summary>
internal static class ParcelsKind
{
    private static readonly AdditionalField Key = new("apiKey", "API key", "Parcels, Settings, Developers, Keys.");
    private static readonly AdditionalField ClientId = new("clientId", "Client id", "Parcels, Settings, Developers, Applications.") { Secret = false, OfApplication = true };
    private static readonly AdditionalField ClientSecret = new("clientSecret", "Client secret", "Shown once, when the application is made.") { OfApplication = true };

    private static readonly ProfileTraits Traits = new()
    {
        AuthorizationType = "Parcels",
        Fields = [Key with { Optional = true }, ClientId with { Optional = true }, ClientSecret with { Optional = true }],
        Renewable = true,
        RefusesUsers = true,
    };

    private static readonly SettingList<ParcelsOptions> Settings = new SettingList<ParcelsOptions>()
        .Secret(nameof(ParcelsOptions.ApiKey), "The key of the developer's own account.", (o, v) => o.ApiKey = v)
        .Text(nameof(ParcelsOptions.ClientId), "The id of the application.", o => o.ClientId, (o, v) => o.ClientId = v)
        .Secret(nameof(ParcelsOptions.ClientSecret), "The secret of the application.", (o, v) => o.ClientSecret = v)
        .Include(ProfileSettings.Common);

    public static ProfileKind<ParcelsOptions> Instance { get; } =
        new("Parcels", Settings, static () => new(), Make) { Subject = "Parcels", Section = "AuthProfiles:Parcels" };

    private static ChoiceProfile Make(string name, ParcelsOptions options) => new(
        name,
        options,
        Traits,
        [
            new ApiKeyProfile(name, options.ShareWith(new ApiKeyOptions { Header = "x-parcels-key", KeyField = Key })),
            new ClientCredentialsProfile(name, options.ShareWith(new ClientCredentialsOptions { TokenUrl = "https://login.parcels.example/token" })),
        ],
        (Key.Key, options.ApiKey),
        (ClientId.Key, options.ClientId),
        (ClientSecret.Key, options.ClientSecret));
}
