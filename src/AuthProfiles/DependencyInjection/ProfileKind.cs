using AuthProfiles.Settings;

namespace AuthProfiles;

/// <summary>A kind of profile: its settings, and how a profile is made of them.</summary>
/// <remarks>Keep one in a static field; it is immutable. Connectors and applications declare kinds of their own with it.</remarks>
/// <typeparam name="TOptions">The kind's options.</typeparam>
/// <param name="name">The kind's name, such as <c>ApiKey</c>.</param>
/// <param name="settings">The kind's settings. Begin with <see cref="ProfileSettings.Common"/>.</param>
/// <param name="options">Makes options with their defaults.</param>
/// <param name="make">Makes the profile from its name and options.</param>
public sealed class ProfileKind<TOptions>(string name, SettingList<TOptions> settings, Func<TOptions> options, Func<string, TOptions, IAuthorizationProfile> make)
    where TOptions : ProfileOptions
{
    /// <summary>Gets the kind's name.</summary>
    public string Name => name;

    /// <summary>Gets what a profile of the kind is called in messages. The default is <c>Profile</c>.</summary>
    public string Subject { get; init; } = "Profile";

    /// <summary>Gets the path of the section that holds the profiles' sections. The default is <c>AuthProfiles:Profiles</c>.</summary>
    public string Section { get; init; } = ProfileSettings.Section;

    /// <summary>Gets the kind's settings.</summary>
    public SettingList<TOptions> Settings => settings;

    internal TOptions CreateOptions() => options();

    internal IAuthorizationProfile Make(string profile, TOptions configured) => make(profile, configured);
}
