using AuthProfiles.Settings;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.DependencyInjection;

/// <summary>A profile as it was declared, before it is made.</summary>
internal abstract class ProfileDeclaration(string name)
{
    public string Name => name;

    public abstract string Kind { get; }

    public abstract SettingSection Section { get; }

    /// <summary>Returns what the profile's settings and those of its connections are read from, or null where there is nothing.</summary>
    /// <param name="configuration">The application's.</param>
    public virtual IConfiguration? SettingsOf(IConfiguration? configuration) => configuration;

    /// <summary>Makes the profile.</summary>
    /// <exception cref="AuthorizationException">A setting or option is wrong; the message names all that are.</exception>
    public abstract IAuthorizationProfile Make(IConfiguration? configuration);

    /// <summary>Adds a finding for each setting that nothing reads.</summary>
    public abstract void FindUnknown(IConfiguration? configuration, ICollection<SettingFinding> findings);
}
