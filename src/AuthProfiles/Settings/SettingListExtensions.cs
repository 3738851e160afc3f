namespace AuthProfiles.Settings;

/// <summary>Lets kinds share the settings of the base type of their options.</summary>
public static class SettingListExtensions
{
    /// <summary>Adds the settings of a base type.</summary>
    /// <param name="list">The list of the derived type.</param>
    /// <param name="common">The list of the base type.</param>
    /// <typeparam name="TOptions">The derived type.</typeparam>
    /// <typeparam name="TBase">The base type.</typeparam>
    /// <returns>The longer list.</returns>
    /// <exception cref="ArgumentException">The lists have a name in common.</exception>
    public static SettingList<TOptions> Include<TOptions, TBase>(this SettingList<TOptions> list, SettingList<TBase> common)
        where TOptions : class, TBase
        where TBase : class
    {
        ArgumentNullException.ThrowIfNull(list);
        ArgumentNullException.ThrowIfNull(common);
        ISetting<TOptions>[] settings = [.. common.Settings];
        return list.With(settings);
    }
}
