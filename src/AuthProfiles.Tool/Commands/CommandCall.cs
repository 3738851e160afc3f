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

    /// <summary>Makes the profiles of the settings.</summary>
    /// <param name="store">The options that name the store, or null where the command needs none.</param>
    /// <param name="sends">Whether anything is to be sent.</param>
    /// <param name="files">Files beside those of <c>--settings</c>.</param>
    /// <param name="last">Settings that go over all others.</param>
    public Session Open(StoreOptions? store, bool sends, IReadOnlyList<string>? files = null, Func<LoadedSettings, KeyValuePair<string, string?>?>? last = null)
    {
        var settings = Load([.. parsed.GetValue(options.Files) ?? [], .. files ?? []]);
        if (last?.Invoke(settings) is { } setting)
        {
            settings.Dispose();
            settings = Load([.. parsed.GetValue(options.Files) ?? [], .. files ?? []], setting);
        }

        Report.Progress($"Settings: {string.Join(", ", settings.Sources)}.");
        var choice = store is null ? null : StoreChoice.Find(parsed.GetValue(store.Directory), parsed.GetValue(store.Database), surroundings, settings.Root);
        return Session.Open(settings, choice, sends, surroundings.Configure);
    }

    private LoadedSettings Load(IReadOnlyList<string> files, params IReadOnlyList<KeyValuePair<string, string?>> last) =>
        new SettingsLoader(surroundings).Load(files, parsed.GetValue(options.Environment), parsed.GetValue(options.UserSecrets), last);
}
