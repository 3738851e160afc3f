using AuthProfiles.Settings;

namespace AuthProfiles.Zendesk.Authorization;

/// <summary>The kind that <c>AddZendesk</c> declares profiles of.</summary>
internal static class ZendeskKind
{
    public const string Name = "Zendesk";

    private static readonly SettingList<ZendeskMarketplaceOptions> Marketplace = new SettingList<ZendeskMarketplaceOptions>()
        .Text(nameof(ZendeskMarketplaceOptions.Name), "The integration's name at the Zendesk Marketplace.", o => o.Name, (o, v) => o.Name = v)
        .Text(nameof(ZendeskMarketplaceOptions.OrganizationId), "The id of the organization that offers it.", o => o.OrganizationId, (o, v) => o.OrganizationId = v)
        .Text(nameof(ZendeskMarketplaceOptions.AppId), "The integration's id.", o => o.AppId, (o, v) => o.AppId = v);

    private static readonly SettingList<ZendeskOptions> Settings = new SettingList<ZendeskOptions>()
        .Text(nameof(ZendeskOptions.Subdomain), "The subdomain of the developer's own account.", o => o.Subdomain, (o, v) => o.Subdomain = v)
        .Text(nameof(ZendeskOptions.ClientId), "The identifier of the OAuth client.", o => o.ClientId, (o, v) => o.ClientId = v)
        .Secret(nameof(ZendeskOptions.ClientSecret), "The secret of the OAuth client.", (o, v) => o.ClientSecret = v)
        .Flag(nameof(ZendeskOptions.UsersSignIn), "Whether users sign in to Zendesk themselves.", o => o.UsersSignIn, (o, v) => o.UsersSignIn = v)
        .Secret(nameof(ZendeskOptions.Token), "An OAuth access token that does not change, in place of a client.", (o, v) => o.Token = v)
        .Text(nameof(ZendeskOptions.Email), "The email address of the agent that the API token acts for.", o => o.Email, (o, v) => o.Email = v)
        .Secret(nameof(ZendeskOptions.ApiToken), "The API token, in place of a client; it ends on 30 April 2027.", (o, v) => o.ApiToken = v)
        .Text(nameof(ZendeskOptions.Scope), "What OAuth tokens are good for, separated by spaces.", o => o.Scope, (o, v) => o.Scope = v)
        .Number(nameof(ZendeskOptions.RequestsPerMinute), "How many calls a minute may have to one account.", 1, ZendeskOptions.MostPerMinute, o => o.RequestsPerMinute, (o, v) => o.RequestsPerMinute = v)
        .Group(nameof(ZendeskOptions.Marketplace), Marketplace, o => o.Marketplace)
        .Include(ProfileSettings.Common);

    public static ProfileKind<ZendeskOptions> Instance { get; } =
        new(Name, Settings, static () => new(), static (name, options) => new ZendeskProfile(name, options)) { Subject = Name, Section = "AuthProfiles:Zendesk" };
}
