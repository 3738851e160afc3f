using System.Text.RegularExpressions;

namespace AuthProfiles.Conventions.Tests;

/// <summary>Finds the ids of checklist items (<c>6749-01</c>) in the lists, the tests and the mutations.</summary>
internal static partial class RfcItems
{
    /// <summary>Tests against real servers ignore themselves without one: alone they would show nothing.</summary>
    private const string Live = "AuthProfiles.LiveTests";

    /// <summary>Reads a list below <c>tests/rfc</c>: lines that begin with an id, each followed by a text.</summary>
    public static IReadOnlyDictionary<string, string> List(string name) => ReadList(File.ReadLines(Repository.PathOf("tests", "rfc", name)));

    public static IReadOnlyDictionary<string, string> ReadList(IEnumerable<string> lines)
    {
        var found = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in lines.Select(static text => Line().Match(text)).Where(static match => match.Success))
        {
            if (!found.TryAdd(line.Groups["id"].Value, line.Groups["text"].Value.Trim()))
            {
                throw new InvalidOperationException($"{line.Groups["id"].Value} is in a list of tests/rfc twice.");
            }
        }

        return found;
    }

    /// <summary>Returns the ids that tests carry, each with the places.</summary>
    public static ILookup<string, string> Tested() =>
        (from file in Repository.Files("tests", "*.cs")
         let path = Repository.Relative(file)
         where !path.StartsWith($"tests/{Live}/", StringComparison.Ordinal)
         from id in InTests(File.ReadAllText(file))
         select (id, path)).ToLookup(static found => found.id, static found => found.path, StringComparer.Ordinal);

    /// <summary>Returns the ids that the tests of a source carry: in a method's name, or as the text of a category or property.</summary>
    public static IEnumerable<string> InTests(string source)
    {
        var last = 0;
        foreach (Match method in Method().Matches(source))
        {
            // Between the method before and this one: the attributes of this one.
            var before = source.AsSpan(last, method.Index - last);
            last = method.Index + method.Length;
            if (Attribute().IsMatch(before))
            {
                foreach (Match id in InName().Matches(method.Groups["name"].Value))
                {
                    yield return $"{id.Groups["rfc"].Value}-{id.Groups["item"].Value}";
                }
            }
        }

        foreach (Match named in Named().Matches(source))
        {
            yield return named.Groups["id"].Value;
        }
    }

    /// <summary>Returns the ids that mutations begin with.</summary>
    public static IEnumerable<string> Mutated() =>
        File.ReadLines(Repository.PathOf("tests", "mutations", "mutations.txt"))
            .Select(static line => Mutation().Match(line))
            .Where(static match => match.Success)
            .Select(static match => match.Groups["id"].Value);

    [GeneratedRegex(@"^(?<id>\d{4}-\d\d)\b(?<text>.*)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Line();

    [GeneratedRegex(@"^= (?<id>\d{4}-\d\d)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Mutation();

    [GeneratedRegex(@"^ +public (static |async |override )*[\w<>\[\],.?()]+( [\w<>\[\],.?()]+)* (?<name>\w+)\(", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Method();

    [GeneratedRegex(@"^ +\[(.*[ ,])?(Test|TestCase|TestCaseSource|Theory|Combinatorial|Pairwise|Sequential|Repeat)\b", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Attribute();

    [GeneratedRegex(@"(?<=^|_)(?<rfc>\d{4})_(?<item>\d\d)(?=_|$)", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex InName();

    [GeneratedRegex(@"(Category|Property)\([^)]*""(?<id>\d{4}-\d\d)""", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Named();
}
