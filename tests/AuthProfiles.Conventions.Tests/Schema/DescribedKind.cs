using AuthProfiles.Settings;

namespace AuthProfiles.Conventions.Tests.Schema;

/// <summary>A kind of profile and all its settings.</summary>
internal sealed record DescribedKind(string Name, Type Options, IReadOnlyList<SettingDescription> Settings)
{
    public static DescribedKind Of<TOptions>(ProfileKind<TOptions> kind)
        where TOptions : ProfileOptions, new() => new(kind.Name, typeof(TOptions), kind.Settings.Describe(new TOptions()));
}
