using System.CommandLine;
using AuthProfiles.Tool.Output;
using AuthProfiles.Tool.Settings;
using AuthProfiles.Tool.Stores;

namespace AuthProfiles.Tool.Commands;

/// <summary>One call of a command: its arguments, where it says things, and the profiles that it works on.</summary>
internal sealed class CommandCall(ParseResult parsed, Surroundings surroundings, SettingsOptions options)
{
    public Surroundings Surroundings => surroundings;

    public Report Report { get; } = new(surroundings, parsed.GetValue(options.Json));

    public T? Value<T>(Option<T> option) => parsed.GetValue(option);

    public T? Value<T>(Argument<T> argument) => parsed.GetValue(argument);

    /// <summary>Makes the profiles of the settings, to work with them.</summary>
    /// <param name="store">The options that name the store.</param>
    /// <param name="sends">Whether anything is to be sent.</param>
    /// <param name="last">Chooses a setting that goes over all others, or null.</param>
    public Session Open(StoreOptions store, bool sends, Func<LoadedSettings, KeyValuePair<string, string?>?>? last = null)
    {
        var settings = Load([]);
        if (last?.Invoke(settings) is { } setting)
        {
            settings = Load([], setting);
        }

        Tell(settings);
        var choice = StoreChoice.Find(parsed.GetValue(store.Directory), parsed.GetValue(store.Database), surroundings, settings.Root);
        return Session.Open(settings, choice, sends, hasStoreElsewhere: false, surroundings.Configure);
    }

    /// <summary>Makes the profiles of the settings, to look at them: nothing is sent, and no connection store is asked.</summary>
    /// <param name="hasStore">Says of the settings whether the application has a store.</param>
    /// <param name="files">Files beside those of <c>--settings</c>.</param>
    public Session Inspect(Func<LoadedSettings, bool> hasStore, params IReadOnlyList<string> files)
    {
        var settings = Load(files);
        Tell(settings);
        return Session.Open(settings, store: null, sends: false, hasStore(settings), surroundings.Configure);
    }

    private void Tell(LoadedSettings settings) => Report.Progress($"Settings: {string.Join(", ", settings.Sources)}.");

    private LoadedSettings Load(IReadOnlyList<string> files, params IReadOnlyList<KeyValuePair<string, string?>> last) =>
        new SettingsLoader(surroundings).Load([.. parsed.GetValue(options.Files) ?? [], .. files], parsed.GetValue(options.Environment), parsed.GetValue(options.UserSecrets), last);
}
