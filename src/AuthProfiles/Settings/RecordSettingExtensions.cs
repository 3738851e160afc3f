using System.Collections.Immutable;

namespace AuthProfiles.Settings;

/// <summary>Settings of immutable records: of the records that options hold, of lists of them, and of the texts in them.</summary>
internal static class RecordSettingExtensions
{
    /// <summary>Adds the settings of a record that the options hold, in a section of its own.</summary>
    /// <param name="list">The list of the options.</param>
    /// <param name="name">The property's name.</param>
    /// <param name="settings">The record's settings.</param>
    /// <param name="get">Returns the record to begin with.</param>
    /// <param name="set">Takes the changed record; not called where nothing is set.</param>
    public static SettingList<TOptions> Record<TOptions, TRecord>(
        this SettingList<TOptions> list, string name, SettingList<SettingDraft<TRecord>> settings, Func<TOptions, TRecord> get, Action<TOptions, TRecord> set)
        where TOptions : class
        where TRecord : class =>
        list.With(new CopiedSetting<TOptions, SettingDraft<TRecord>>(
            new GroupSetting<SettingDraft<TRecord>, SettingDraft<TRecord>>(name, settings, static draft => draft),
            options => new(get(options)),
            (options, draft) =>
            {
                if (!ReferenceEquals(draft.Value, get(options)))
                {
                    set(options, draft.Value);
                }
            }));

    /// <summary>Adds several records, numbered from 0. What is set takes the place of the default.</summary>
    /// <param name="list">The list of the options.</param>
    /// <param name="name">The property's name.</param>
    /// <param name="settings">The settings of one record, of which none is a group.</param>
    /// <param name="empty">The record that each begins with.</param>
    /// <param name="get">Reads the property.</param>
    /// <param name="set">Sets the property; not called where nothing is set.</param>
    public static SettingList<TOptions> RecordList<TOptions, TRecord>(
        this SettingList<TOptions> list, string name, SettingList<SettingDraft<TRecord>> settings, TRecord empty, Func<TOptions, ImmutableArray<TRecord>> get, Action<TOptions, ImmutableArray<TRecord>> set)
        where TOptions : class
        where TRecord : class =>
        list.With(new CopiedSetting<TOptions, List<TRecord>>(
            new RecordListSetting<TRecord>(name, settings, empty),
            options => [.. get(options)],
            (options, records) =>
            {
                if (!records.SequenceEqual(get(options)))
                {
                    set(options, [.. records]);
                }
            }));

    /// <summary>Adds several texts by name, written <c>name=value</c> and numbered from 0 where their names are not among those looked for.</summary>
    /// <param name="list">The list of the options.</param>
    /// <param name="name">The property's name.</param>
    /// <param name="sentence">What the setting does, in one sentence.</param>
    /// <param name="get">Reads the property; what it holds stays where it is not set.</param>
    /// <param name="set">Sets the property; not called where nothing is set.</param>
    /// <param name="names">The names to look for.</param>
    public static SettingList<TOptions> RecordMap<TOptions>(
        this SettingList<TOptions> list, string name, string sentence, Func<TOptions, ImmutableDictionary<string, string>> get, Action<TOptions, ImmutableDictionary<string, string>> set, params string[] names)
        where TOptions : class =>
        list.With(new CopiedSetting<TOptions, Dictionary<string, string>>(
            new SettingList<Dictionary<string, string>>().TextMap(name, sentence, static map => map, names).Settings[0],
            options => new(get(options), StringComparer.Ordinal),
            (options, map) =>
            {
                var changed = get(options).SetItems(map);
                if (!ReferenceEquals(changed, get(options)))
                {
                    set(options, changed);
                }
            }));
}
