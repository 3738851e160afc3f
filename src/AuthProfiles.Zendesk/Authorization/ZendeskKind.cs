using AuthProfiles.Settings;

namespace AuthProfiles.Zendesk.Authorization;

/// <summary>The kind that <c>AddZendesk</c> declares profiles of.</summary>
internal static class ZendeskKind
{
    public const string Name = "Zendesk";

    private static readonly SettingList<ZendeskOptions> Settings = new SettingList<ZendeskOptions>()
        .Text(nameof(ZendeskOptions.Subdomain), "The subdomain of the developer's own account.", o => o.Subdomain, (o, v) => o.Subdomain = v)
        .Text(nameof(ZendeskOptions.ClientId), "The identifier of the OAuth client.", o => o.ClientId, (o, v) => o.ClientId = v)
        .Secret(nameof(ZendeskOptions.ClientSecret), "The secret of the OAuth client.", (o, v) => o.ClientSecret = v)
        .Text(nameof(ZendeskOptions.Email), "The email address of the agent that the API token acts for.", o => o.Email, (o, v) => o.Email = v)
        .Secret(nameof(ZendeskOptions.ApiToken), "The API token, in place of an OAuth client.", (o, v) => o.ApiToken = v)
        .Text(nameof(ZendeskOptions.Scope), "What OAuth tokens are good for, separated by spaces.", o => o.Scope, (o, v) => o.Scope = v)
        .Include(ProfileSettings.Common);

    public static ProfileKind<ZendeskOptions> Instance { get; } =
        new(Name, Settings, static () => new(), static (name, options) => new ZendeskProfile(name, options)) { Subject = Name, Section = "AuthProfiles:Zendesk" };
}
