using AuthProfiles;
using AuthProfiles.Settings;

namespace Snippets.Session;

/// <summary>The session kind, for code and settings.</summary>
public static class SessionKind
{
    private static readonly SettingList<SessionOptions> Settings = new SettingList<SessionOptions>()
        .Text(nameof(SessionOptions.LoginUrl), "Where a ticket is given.", o => o.LoginUrl, (o, v) => o.LoginUrl = v)
        .Text(nameof(SessionOptions.Username), "The user name of the developer's own connection.", o => o.Username, (o, v) => o.Username = v)
        .Secret(nameof(SessionOptions.Password), "The password of the developer's own connection.", (o, v) => o.Password = v)
        .Include(ProfileSettings.Common);

    private static readonly ProfileKind<SessionOptions> Kind = new("Session", Settings, static () => new(), static (name, options) => new SessionProfile(name, options));

    public static AuthProfilesBuilder AddSession(this AuthProfilesBuilder builder, string name, Action<SessionOptions>? configure = null) => builder.Add(Kind, name, configure);
}
