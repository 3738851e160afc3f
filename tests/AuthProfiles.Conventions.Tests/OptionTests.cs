using System.Reflection;
using System.Xml.Linq;

namespace AuthProfiles.Conventions.Tests;

public sealed class OptionTests
{
    /// <summary>Names that mean something else in one kind than in another, each with the reason.</summary>
    private static readonly Dictionary<string, string> Ambiguous = new(StringComparer.Ordinal)
    {
        ["ClientId"] = "The OAuth client's id in all of them; a connector words it as its service's console does.",
        ["ClientSecret"] = "The OAuth client's secret in all of them; a connector words it as its service's console does.",
        ["Inputs"] = "Values by field key in all of them; those of a profile are shared, where those that a consent begins with are one connection's own.",
        ["Scope"] = "The OAuth scope in all of them; the general kind takes further parameters beside it, as providers differ, where a connector knows that there are none.",
        ["Timeout"] = "How long one waits at the most in all of them: for a call, or for a job that the service carries out later.",
    };

    private readonly List<LoadedPackage> _packages = [];

    [OneTimeSetUp]
    public void Load() => _packages.AddRange(LoadedPackage.LoadAll("net10.0"));

    [OneTimeTearDown]
    public void Unload() => _packages.ForEach(static package => package.Dispose());

    [Test]
    public void An_option_has_the_same_type_in_all_kinds() =>
        Conventions.Hold(
            from named in Options()
            where named.Select(static option => option.PropertyType.ToString()).Distinct(StringComparer.Ordinal).Skip(1).Any()
            select $"{named.Key}: {string.Join(", ", named.Select(static option => $"{option.DeclaringType!.Name} has {option.PropertyType.Name}"))}",
            "One name is one option in all kinds. Give it one type, another name, or an entry with the reason in OptionTests.Ambiguous:");

    [Test]
    public void An_option_has_the_same_meaning_in_all_kinds()
    {
        var sentences = _packages
            .SelectMany(static package => XDocument.Load(package.Package.Built(package.Framework, "xml")).Descendants("member"))
            .ToDictionary(static member => member.Attribute("name")!.Value, static member => FirstSentence(member.Element("summary")), StringComparer.Ordinal);
        Conventions.Hold(
            from named in Options()
            let meanings = named.Select(option => (Option: option, Sentence: sentences[$"P:{option.DeclaringType!.FullName}.{option.Name}"])).ToArray()
            where meanings.Select(static meaning => meaning.Sentence).Distinct(StringComparer.Ordinal).Skip(1).Any()
            select $"{named.Key}: {string.Join(" / ", meanings.Select(static meaning => $"{meaning.Option.DeclaringType!.Name}: {meaning.Sentence}"))}",
            "One name is one option in all kinds. Document it by the same first sentence (the rest goes into <value>), rename it, or enter it with the reason in OptionTests.Ambiguous:");
    }

    [Test]
    public void Every_exception_to_the_rule_is_needed() =>
        Conventions.Hold(
            Ambiguous.Keys.Except(Properties().GroupBy(static option => option.Name, StringComparer.Ordinal).Where(static named => named.Skip(1).Any()).Select(static named => named.Key), StringComparer.Ordinal),
            "These occur in one kind at the most. Take them out of OptionTests.Ambiguous:");

    // Without line breaks, and a reference as the name that it ends in.
    private static string FirstSentence(XElement? summary)
    {
        var text = string.Concat(summary?.Nodes().Select(static node => node is XElement { Name.LocalName: "see" } see ? see.Attribute("cref")?.Value.Split('.')[^1] : (node as XElement)?.Value ?? node.ToString()) ?? []);
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var end = line.IndexOf(". ", StringComparison.Ordinal);
        return end < 0 ? line.TrimEnd('.') : line[..end];
    }

    private IEnumerable<IGrouping<string, PropertyInfo>> Options() => Properties()
        .Where(static option => !Ambiguous.ContainsKey(option.Name))
        .GroupBy(static option => option.Name, StringComparer.Ordinal)
        .Where(static named => named.Skip(1).Any());

    private IEnumerable<PropertyInfo> Properties() =>
        from package in _packages
        from type in package.PublicTypes
        where type.IsClass && type.Name.EndsWith("Options", StringComparison.Ordinal)
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        select property;
}
