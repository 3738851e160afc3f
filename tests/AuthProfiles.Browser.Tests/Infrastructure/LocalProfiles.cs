using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Browser.Tests.Infrastructure;

/// <summary>What the application calls: a calendar by consent, the weather by a key of each user.</summary>
internal static class LocalProfiles
{
    public const string Calendar = "calendar";
    public const string Weather = "weather";

    public static void Add(AuthProfilesBuilder profiles, Provider provider)
    {
        profiles.AddAuthorizationCode(Calendar, options => Describe(options, provider));
        profiles.AddApiKey(Weather, options =>
        {
            options.BaseUrl = new Uri(provider.Address, "api/").AbsoluteUri;
            options.ConnectionMode = ConnectionMode.UserAuthorized;
            options.IdentityProviderName = "Contoso Weather";
            options.Description = "The forecast beside each appointment.";
            options.KeyField = new("key", "API key", "Contoso Weather shows it under Account, Keys.") { Pattern = "k-[0-9]{8}", Example = "k-00000000" };
            options.Probe = "GET weather";
        });
        profiles.Services.AddHttpClient(Calendar).AddAuthorizationProfile(Calendar).ForSignedInUser();
    }

    public static void Describe(AuthorizationCodeOptions options, Provider provider)
    {
        options.BaseUrl = new Uri(provider.Address, "api/").AbsoluteUri;
        options.AuthorizationUrl = new Uri(provider.Address, "authorize").AbsoluteUri;
        options.TokenUrl = new Uri(provider.Address, "token").AbsoluteUri;
        options.RevocationUrl = new Uri(provider.Address, "revoke").AbsoluteUri;
        options.ConnectionMode = ConnectionMode.UserAuthorized;
        options.IdentityProviderName = "Contoso Calendar";
        options.Description = "Your appointments, to show them beside the tickets.";
        options.ClientId = "web";
        options.ClientSecret = "web-secret";
        options.Issuer = provider.Address.GetLeftPart(UriPartial.Authority);
        options.Scope["scope"] = "openid profile calendar.read";
        options.Probe = "GET me";
    }
}
