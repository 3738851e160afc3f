using AuthProfiles.Settings;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.Tests.Settings;

internal static class WeatherSettings
{
    public const string Path = "AuthProfiles:Profiles:weather";

    public static readonly SettingSection Section = new("Profile", "weather", "AuthProfiles:Profiles");

    public static readonly SettingList<PlaceOptions> Common = new SettingList<PlaceOptions>()
        .Text(nameof(PlaceOptions.BaseUrl), "Where the service is.", static o => o.BaseUrl, static (o, v) => o.BaseUrl = v);

    public static readonly SettingList<Limits> Limits = new SettingList<Limits>()
        .Number(nameof(Tests.Settings.Limits.MaxRetries), "How often.", 0, 10, static o => o.MaxRetries, static (o, v) => o.MaxRetries = v);

    public static readonly SettingList<WeatherOptions> All = new SettingList<WeatherOptions>()
        .Include(Common)
        .Secret(nameof(WeatherOptions.Key), "The key.", static (o, v) => o.Key = v)
        .Text(nameof(WeatherOptions.Header), "The header.", static o => o.Header, static (o, v) => o.Header = v)
        .Flag(nameof(WeatherOptions.Metric), "Celsius.", static o => o.Metric, static (o, v) => o.Metric = v)
        .Number(nameof(WeatherOptions.Days), "How many days.", 1, 14, static o => o.Days, static (o, v) => o.Days = v)
        .Duration(nameof(WeatherOptions.RenewBefore), "How early.", TimeSpan.Zero, TimeSpan.FromHours(1), static o => o.RenewBefore, static (o, v) => o.RenewBefore = v)
        .Choice<Season>(nameof(WeatherOptions.Season), "When.", static o => o.Season, static (o, v) => o.Season = v)
        .TextList(nameof(WeatherOptions.AlsoAllow), "Other origins.", static o => o.AlsoAllow)
        .TextMap(nameof(WeatherOptions.Scope), "Scopes.", static o => o.Scope, "scope", "audience")
        .Group(nameof(WeatherOptions.Limits), Limits, static o => o.Limits);

    public static IConfigurationRoot Configuration(params (string Name, string? Value)[] settings) =>
        new ConfigurationBuilder()
            .AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"{Path}:{setting.Name}", setting.Value)))
            .Build();

    public static (WeatherOptions Options, List<string> Errors) Read(params (string Name, string? Value)[] settings)
    {
        var options = new WeatherOptions();
        List<SettingFinding> findings = [];
        All.Read(Configuration(settings), Section, options, findings);
        return (options, [.. findings.Select(static finding => finding.ToString())]);
    }

    public static List<string> FindUnknown(params (string Name, string? Value)[] settings)
    {
        List<SettingFinding> findings = [];
        All.FindUnknown(Configuration(settings), Section, ["Type", "Connections"], findings);
        return [.. findings.Select(static finding => finding.ToString())];
    }
}
