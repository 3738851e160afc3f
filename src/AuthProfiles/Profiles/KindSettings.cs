using AuthProfiles.Settings;

namespace AuthProfiles.Profiles;

/// <summary>The settings of the simple kinds.</summary>
internal static class KindSettings
{
    public static readonly SettingList<ApiKeyOptions> ApiKey = new SettingList<ApiKeyOptions>()
        .Secret(nameof(ApiKeyOptions.Key), "The key of the developer's own connection.", (o, v) => o.Key = v)
        .Secret(nameof(ApiKeyOptions.SecondaryKey), "The second key of the developer's own connection, used when the service refuses the first.", (o, v) => o.SecondaryKey = v)
        .Text(nameof(ApiKeyOptions.Header), "The header that carries the key.", o => o.Header, (o, v) => o.Header = v)
        .Text(nameof(ApiKeyOptions.QueryString), "The query parameter that carries the key, in place of a header.", o => o.QueryString, (o, v) => o.QueryString = v)
        .Text(nameof(ApiKeyOptions.Prefix), "What stands before the key.", o => o.Prefix, (o, v) => o.Prefix = v)
        .Include(ProfileSettings.Common);

    public static readonly SettingList<BasicOptions> Basic = new SettingList<BasicOptions>()
        .Text(nameof(BasicOptions.Username), "The user name of the developer's own connection.", o => o.Username, (o, v) => o.Username = v)
        .Secret(nameof(BasicOptions.Password), "The password of the developer's own connection.", (o, v) => o.Password = v)
        .Text(nameof(BasicOptions.UsernameSuffix), "What follows the user name.", o => o.UsernameSuffix, (o, v) => o.UsernameSuffix = v)
        .Include(ProfileSettings.Common);

    public static readonly SettingList<BearerOptions> Bearer = new SettingList<BearerOptions>()
        .Secret(nameof(BearerOptions.Token), "The token of the developer's own connection.", (o, v) => o.Token = v)
        .Include(ProfileSettings.Common);

    public static readonly SettingList<CustomOptions> Custom = new SettingList<CustomOptions>().Include(ProfileSettings.Common);

    public static readonly SettingList<DelegateOptions> Delegate = new SettingList<DelegateOptions>()
        .Flag(nameof(DelegateOptions.ShowsInAddress), "Whether the credential has a field in the query or the path, where traces must not show it.", o => o.ShowsInAddress, (o, v) => o.ShowsInAddress = v)
        .Include(ProfileSettings.Common);
}
