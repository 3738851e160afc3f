using AuthProfiles.Settings;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.DependencyInjection;

/// <summary>The declaration of a profile of one kind: the section first, the delegates last.</summary>
internal sealed class ProfileDeclaration<TOptions>(ProfileKind<TOptions> kind, string name, IConfigurationSection? section) : ProfileDeclaration(name)
    where TOptions : ProfileOptions
{
    // Others read these in a profile's section.
    private static readonly string[] AlsoKnown = ["Type", "Connections", nameof(ProfileOptions.AdditionalFields), nameof(ProfileOptions.AuthorizationFields)];

    private Action<TOptions>? _configure;
    private SettingSection _section = section is null ? new(kind.Subject, name, kind.Section) : SettingSection.At(kind.Subject, name, section.Path);

    public override string Kind => kind.Name;

    public override SettingSection Section => _section;

    public void Configure(Action<TOptions>? configure) => _configure += configure;

    public override IConfiguration? SettingsOf(IConfiguration? configuration) => section is null ? configuration : new SectionRoot(section);

    public override IAuthorizationProfile Make(IConfiguration? configuration)
    {
        var options = kind.CreateOptions();
        var findings = new List<SettingFinding>();
        var settings = SettingsOf(configuration);

        // One of them is kept: ten thousand profiles may be declared.
        options.Section = _section = _section.WhereRead(settings is not null);
        if (settings is not null)
        {
            kind.Settings.Read(settings, Section, options, findings);
            FieldSettings.Read(settings, Section, options, findings);
        }

        _configure?.Invoke(options);
        if (settings is not null)
        {
            ReadInputs(settings, options);
        }

        return findings.Count == 0
            ? kind.Make(Name, options)
            : throw new AuthorizationException(Name, findings);
    }

    public override void FindUnknown(IConfiguration? configuration, ICollection<SettingFinding> findings)
    {
        if (SettingsOf(configuration) is not { } settings)
        {
            return;
        }

        // A provider that the settings name has fields of its own.
        var options = kind.CreateOptions();
        kind.Settings.Read(settings, Section, options, []);
        FieldSettings.Read(settings, Section, options, []);
        _configure?.Invoke(options);
        kind.Settings.FindUnknown(settings, Section, [.. AlsoKnown, .. options.Defaults.Fields.Concat(options.AdditionalFields).Select(static field => field.Key)], findings);
    }

    // The values of additional fields stand beside the settings, by the fields' keys.
    private void ReadInputs(IConfiguration settings, TOptions options)
    {
        foreach (var field in options.Defaults.Fields.Concat(options.AdditionalFields))
        {
            if (!options.Inputs.ContainsKey(field.Key) && settings[Section.Key(field.Key)] is { Length: > 0 } value)
            {
                options.Inputs[field.Key] = value;
            }
        }
    }
}
