namespace Snippets;

/// <summary>A page about a kind of profile, and the program that it shows.</summary>
/// <param name="Page">The page.</param>
/// <param name="Profile">The profile's name.</param>
/// <param name="Register">What the page's first C# block does.</param>
/// <param name="Values">What stands for "…" in the page's settings: the secrets, by the setting's name.</param>
internal sealed record WireCase(string Page, string Profile, Action<App> Register, params (string Name, string Value)[] Values)
{
    /// <summary>Gets what stands in code beside the page's settings; nothing where they name the kind by <c>Type</c>.</summary>
    public Action<App>? BesideSettings { get; init; }

    /// <summary>Gets what is called; by default <c>GET today</c>.</summary>
    public Func<WireRun, Task> Call { get; init; } = static run => run.GetAsync("today");

    /// <summary>Says whether a setting of the page is a secret, and so a setting also where all else stands in code.</summary>
    public bool IsSecret(string setting) =>
        setting.EndsWith(":ClientKey", StringComparison.Ordinal) || Array.Exists(Values, value => setting.EndsWith(":" + value.Name, StringComparison.OrdinalIgnoreCase));

    public override string ToString() => Page;
}
