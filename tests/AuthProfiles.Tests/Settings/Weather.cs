namespace AuthProfiles.Tests.Settings;

internal enum Season
{
    Winter,
    Summer,
}

internal abstract class PlaceOptions
{
    public string? BaseUrl { get; set; }
}

internal sealed class Limits
{
    public int MaxRetries { get; set; } = 3;
}

internal sealed class WeatherOptions : PlaceOptions
{
    public string? Key { get; set; }

    public string Header { get; set; } = "api-key";

    public bool Metric { get; set; } = true;

    public int Days { get; set; } = 7;

    public TimeSpan RenewBefore { get; set; } = TimeSpan.FromSeconds(60);

    public Season Season { get; set; } = Season.Summer;

    public IList<string> AlsoAllow { get; } = ["https://default.example"];

    public IDictionary<string, string> Scope { get; } = new Dictionary<string, string>(StringComparer.Ordinal) { ["scope"] = "read" };

    public Limits Limits { get; } = new();
}
