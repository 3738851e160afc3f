using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using AuthProfiles.Tool.Tests.Support;

namespace AuthProfiles.Tool.Tests;

/// <summary>The members of each result are those that the README promises to scripts.</summary>
[CancelAfter(60_000)]
public sealed partial class JsonTests
{
    [Test]
    public async Task Every_result_has_the_members_of_the_readme()
    {
        await using var provider = await LocalProvider.StartAsync();
        using var shell = new Shell { Configure = provider.Configure, OpenBrowser = LocalProvider.Visit };
        shell.WriteProfiles(provider.Profiles.Replace("\"Probe\"", "\"Proobe\": \"x\", \"Probe\"", StringComparison.Ordinal));
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (command, rest) in new[]
        {
            ("test", "orders --verbose"), ("login", "calendar -u mia --store store"), ("connections list", "--store store"),
            ("connections revoke", "calendar -u mia -y --store store"), ("explain", "me -p orders"), ("lint", string.Empty),
        })
        {
            var result = await shell.RunAsync($"{command} {rest} --json".Split(' ', StringSplitOptions.RemoveEmptyEntries));
            var value = result.Json is JsonArray { Count: > 0 } array ? array[0] : result.Json;
            found[command] = string.Join(", ", value!.AsObject().Select(static member => member.Key));
        }

        Assert.That(found, Is.EquivalentTo(Promised()));
    }

    private static Dictionary<string, string> Promised() => File.ReadLines(ReadmePath())
        .Select(static line => Row().Match(line))
        .Where(static row => row.Success)
        .ToDictionary(static row => row.Groups["command"].Value, static row => string.Join(", ", Name().Matches(row.Groups["members"].Value).Select(static name => name.Groups["name"].Value).Where(static name => name[0] != '-')), StringComparer.Ordinal);

    private static string ReadmePath()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "AuthProfiles.sln")))
        {
            directory = directory.Parent;
        }

        return Path.Combine(directory.FullName, "src", "AuthProfiles.Tool", "README.md");
    }

    [GeneratedRegex(@"^\| `(?<command>[a-z ]+)` \| an (object|array of): (?<members>.+) \|$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Row();

    [GeneratedRegex("`(?<name>[^`]+)`", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Name();
}
