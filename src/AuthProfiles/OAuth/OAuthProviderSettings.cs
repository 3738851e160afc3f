using AuthProfiles.Settings;

namespace AuthProfiles.OAuth;

/// <summary>The settings of a provider that is told as data.</summary>
internal static class OAuthProviderSettings
{
    private const string Preset = "Preset";

    public static readonly SettingList<SettingDraft<OAuthProvider>> All = new SettingList<SettingDraft<OAuthProvider>>()
        .Named(Preset, "A known provider that the others depart from.", OAuthProviders.ByName, (o, v) => o.Value = v)
        .Text(nameof(OAuthProvider.BaseUrl), "The service's base address.", o => o.Value.BaseUrl, (o, v) => o.Value = o.Value with { BaseUrl = v })
        .Text(nameof(OAuthProvider.Issuer), "The issuer, whose metadata name the addresses that are not given.", o => o.Value.Issuer, (o, v) => o.Value = o.Value with { Issuer = v })
        .Text(nameof(OAuthProvider.IssuerForm), "What the metadata may name in place of the issuer.", o => o.Value.IssuerForm, (o, v) => o.Value = o.Value with { IssuerForm = v })
        .Text(nameof(OAuthProvider.AuthorizationUrl), "The address that users are sent to.", o => o.Value.AuthorizationUrl, (o, v) => o.Value = o.Value with { AuthorizationUrl = v })
        .Text(nameof(OAuthProvider.DeviceAuthorizationUrl), "The address where devices begin.", o => o.Value.DeviceAuthorizationUrl, (o, v) => o.Value = o.Value with { DeviceAuthorizationUrl = v })
        .Text(nameof(OAuthProvider.TokenUrl), "The token endpoint.", o => o.Value.TokenUrl, (o, v) => o.Value = o.Value with { TokenUrl = v })
        .Text(nameof(OAuthProvider.RefreshUrl), "The endpoint for renewals.", o => o.Value.RefreshUrl, (o, v) => o.Value = o.Value with { RefreshUrl = v })
        .Text(nameof(OAuthProvider.RevocationUrl), "The endpoint that revokes tokens.", o => o.Value.RevocationUrl, (o, v) => o.Value = o.Value with { RevocationUrl = v })
        .Text(nameof(OAuthProvider.Probe), "A harmless request that shows whether the authorization works.", o => o.Value.Probe, (o, v) => o.Value = o.Value with { Probe = v })
        .Text(nameof(OAuthProvider.AccountLabel), "Where the probe's answer names the account, as a JSON Pointer.", o => o.Value.AccountLabel, (o, v) => o.Value = o.Value with { AccountLabel = v })
        .Text(nameof(OAuthProvider.ScopeSeparator), "What separates the words of a scope.", o => o.Value.ScopeSeparator, (o, v) => o.Value = o.Value with { ScopeSeparator = v })
        .Text(nameof(OAuthProvider.ConsentScope), "What a scope needs besides what is asked for.", o => o.Value.ConsentScope, (o, v) => o.Value = o.Value with { ConsentScope = v })
        .Text(nameof(OAuthProvider.RefreshGrantType), "The grant type of renewals.", o => o.Value.RefreshGrantType, (o, v) => o.Value = o.Value with { RefreshGrantType = v })
        .Text(nameof(OAuthProvider.CodeParameter), "The callback's name of the authorization code.", o => o.Value.CodeParameter, (o, v) => o.Value = o.Value with { CodeParameter = v })
        .Choice<ClientAuthentication>(nameof(OAuthProvider.ClientAuthentication), "How clients say who they are.", o => o.Value.ClientAuthentication, (o, v) => o.Value = o.Value with { ClientAuthentication = v })
        .Choice<BasicEncoding>(nameof(OAuthProvider.BasicEncoding), "How id and secret are written into a Basic header.", o => o.Value.BasicEncoding, (o, v) => o.Value = o.Value with { BasicEncoding = v })
        .Choice<BodyFormat>(nameof(OAuthProvider.BodyFormat), "How token requests are written.", o => o.Value.BodyFormat, (o, v) => o.Value = o.Value with { BodyFormat = v })
        .Flag(nameof(OAuthProvider.AssertsToIssuer), "Whether a client's assertions are for the issuer.", o => o.Value.AssertsToIssuer, (o, v) => o.Value = o.Value with { AssertsToIssuer = v })
        .Flag(nameof(OAuthProvider.ReusesRefreshTokens), "Whether a refresh token may be redeemed more than once.", o => o.Value.ReusesRefreshTokens, (o, v) => o.Value = o.Value with { ReusesRefreshTokens = v })
        .Flag(nameof(OAuthProvider.WithoutPkce), "Whether the provider fails on PKCE.", o => o.Value.WithoutPkce, (o, v) => o.Value = o.Value with { WithoutPkce = v })
        .Flag(nameof(OAuthProvider.NamesIssuer), "Whether every callback names its issuer.", o => o.Value.NamesIssuer, (o, v) => o.Value = o.Value with { NamesIssuer = v })
        .RecordMap(nameof(OAuthProvider.ParameterNames), "The provider's own names of parameters in token requests, by the standard's.", o => o.Value.ParameterNames, (o, v) => o.Value = o.Value with { ParameterNames = v })
        .RecordMap(nameof(OAuthProvider.AuthorizationParameterNames), "The provider's own names of parameters in the address that users are sent to, by the standard's.", o => o.Value.AuthorizationParameterNames, (o, v) => o.Value = o.Value with { AuthorizationParameterNames = v })
        .RecordMap(nameof(OAuthProvider.Headers), "Further headers of token requests.", o => o.Value.Headers, (o, v) => o.Value = o.Value with { Headers = v })
        .RecordMap(nameof(OAuthProvider.AuthorizationParameters), "Further parameters of the address that users are sent to.", o => o.Value.AuthorizationParameters, (o, v) => o.Value = o.Value with { AuthorizationParameters = v })
        .RecordMap(nameof(OAuthProvider.TokenParameters), "Further parameters of the request for the first token.", o => o.Value.TokenParameters, (o, v) => o.Value = o.Value with { TokenParameters = v })
        .RecordMap(nameof(OAuthProvider.RefreshParameters), "Further parameters of renewals.", o => o.Value.RefreshParameters, (o, v) => o.Value = o.Value with { RefreshParameters = v })
        .Duration(nameof(OAuthProvider.AssumedLifetime), "How long a token lives whose answer does not say.", TimeSpan.FromSeconds(1), TokenLifetime.Longest, o => o.Value.AssumedLifetime, (o, v) => o.Value = o.Value with { AssumedLifetime = v })
        .Record(nameof(OAuthProvider.Answer), TokenAnswerSettings.All, o => o.Value.Answer, (o, v) => o.Value = o.Value with { Answer = v });
}
