using AuthProfiles.Settings;

namespace AuthProfiles.OAuth;

/// <summary>The settings of a client credentials profile.</summary>
internal static class ClientCredentialsSettings
{
    public static readonly SettingList<ClientCredentialsOptions> List = new SettingList<ClientCredentialsOptions>()
        .Text(nameof(ClientCredentialsOptions.TokenUrl), "The token endpoint; {tenant} and {{field}} are filled in from the connection.", o => o.TokenUrl, (o, v) => o.TokenUrl = v)
        .Text(nameof(ClientCredentialsOptions.RefreshUrl), "The endpoint for renewals, where it is another.", o => o.RefreshUrl, (o, v) => o.RefreshUrl = v)
        .TextMap(nameof(ClientCredentialsOptions.Scope), "Further parameters of the token request, scope among them.", o => o.Scope, "scope", "audience", "resource", "expires_in")
        .Text(nameof(ClientCredentialsOptions.ClientId), "The client id that every connection shares.", o => o.ClientId, (o, v) => o.ClientId = v)
        .Secret(nameof(ClientCredentialsOptions.ClientSecret), "The client secret that every connection shares.", (o, v) => o.ClientSecret = v)
        .Choice<ClientAuthentication>(nameof(ClientCredentialsOptions.ClientAuthentication), "How the client proves itself to the token endpoint.", o => o.ClientAuthentication, (o, v) => o.ClientAuthentication = v)
        .Choice<BodyFormat>(nameof(ClientCredentialsOptions.BodyFormat), "How the token request is written.", o => o.BodyFormat, (o, v) => o.BodyFormat = v)
        .Duration(nameof(ClientCredentialsOptions.AssumedLifetime), "How long a token is taken to live where the endpoint does not say.", TimeSpan.FromSeconds(1), TokenLifetime.Longest, o => o.AssumedLifetime, (o, v) => o.AssumedLifetime = v)
        .TextList(nameof(ClientCredentialsOptions.AcceptedTokenTypes), "Token types accepted besides Bearer.", o => o.AcceptedTokenTypes)
        .Include(ProfileSettings.Common);
}
