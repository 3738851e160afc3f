using System.Text.RegularExpressions;

namespace AuthProfiles.Conventions.Tests;

public sealed partial class RepositoryTests
{
    // In halves, so that this file itself has none of them.
    private static readonly Dictionary<string, Regex> Banned = new(StringComparer.Ordinal)
    {
        ["a path of one machine; make it relative"] = new(@"(?<![\w.\-~}\])/])/(wo" + "rk|ro" + "ot|ho" + @"me|Us" + @"ers)/\w", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture),
        ["a path of one machine; make it relative "] = new(@"\b[A-Z]:\\(Us" + @"ers|wo" + "rk)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture),
        ["work that is not done; do it or leave it out"] = new(@"\b(TO" + "DO|FIX" + @"ME)\b", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture),
        ["a stub; finish it or leave it out"] = new("NotImplemented" + "Exception", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture),
    };

    private static readonly string[] Binary = [".png", ".ico", ".snk", ".pfx", ".zip", ".nupkg"];

    [Test]
    public void No_file_has_a_machines_path_or_unfinished_work() =>
        Conventions.Hold(
            from file in Repository.Files()
            where !Binary.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
            from line in File.ReadLines(file).Select(static (text, i) => (Text: text, Number: i + 1))
            from banned in Banned
            where banned.Value.IsMatch(line.Text)
            select $"{Repository.Relative(file)}:{line.Number} has {banned.Key.Trim()}",
            "The repository holds what everybody can use, finished:");

    [Test]
    public void The_ten_files_of_the_architecture_page_exist()
    {
        var page = Repository.PathOf("docs", "architecture.md");
        Assert.That(File.Exists(page), Is.True, "docs/architecture.md is missing: it leads a reader from an entry point to the wire by a numbered list of ten relative links.");
        var links = File.ReadLines(page).Select(static line => Step().Match(line)).Where(static match => match.Success).ToArray();

        Assert.That(
            links.Select(static match => match.Groups["number"].Value),
            Is.EqualTo(Enumerable.Range(1, 10).Select(static number => $"{number}")),
            "docs/architecture.md has one numbered list of ten lines, each of which begins with a link: 1. [Name](../src/…).");
        Conventions.Hold(
            from match in links
            let link = match.Groups["link"].Value
            where !File.Exists(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(page)!, link)))
            select link,
            "docs/architecture.md links to files that are not there. Write where they are now:");
        Conventions.Hold(
            from match in links
            where Path.GetFileNameWithoutExtension(match.Groups["link"].Value) != match.Groups["name"].Value
            select $"{match.Groups["name"].Value} links to {match.Groups["link"].Value}",
            "A link of the list has the name of its file:");
    }

    [Test]
    public void The_architecture_page_names_the_core_folders_in_their_order()
    {
        var text = File.ReadAllText(Repository.PathOf("docs", "architecture.md"));
        var places = CoreFolders.InOrder.Select(folder => text.IndexOf($"`{folder}`", StringComparison.Ordinal)).ToArray();

        Assert.That(
            places.All(static place => place >= 0) && places.Order().SequenceEqual(places),
            Is.True,
            $"docs/architecture.md names the folders top to bottom, each in backticks first where its place is: {string.Join(", ", CoreFolders.InOrder)}.");
    }

    [GeneratedRegex(@"^(?<number>\d+)\. \[`?(?<name>[^\]`]+)`?\]\((?<link>[^):]+)\)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Step();
}
