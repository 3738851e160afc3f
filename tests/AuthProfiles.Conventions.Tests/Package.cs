using System.Xml.Linq;

namespace AuthProfiles.Conventions.Tests;

/// <summary>A package under <c>src/</c>: its project, its sources and what was built of it.</summary>
internal sealed class Package
{
    public const string Core = "AuthProfiles";

    private Package(string name) => Name = name;

    public static IReadOnlyList<string> Frameworks { get; } = ["net8.0", "net10.0"];

    public static IReadOnlyList<Package> All { get; } =
        [.. Directory.EnumerateDirectories(Repository.PathOf("src")).Select(static folder => new Package(Path.GetFileName(folder))).OrderBy(static package => package.Name, StringComparer.Ordinal)];

    public string Name { get; }

    public XDocument Project => XDocument.Load(Repository.PathOf("src", Name, $"{Name}.csproj"));

    /// <summary>Gets the source files, relative to the package's folder, with slashes.</summary>
    public IEnumerable<string> Sources => Repository.Files(Path.Combine("src", Name), "*.cs")
        .Select(file => Path.GetRelativePath(Repository.PathOf("src", Name), file).Replace('\\', '/'));

    public IEnumerable<string> References(string kind) =>
        Project.Descendants(kind).Select(static reference => reference.Attribute("Include")!.Value);

    /// <summary>Returns the path of a built file of the package.</summary>
    public string Built(string framework, string extension = "dll")
    {
        var path = Path.Combine(Repository.Binaries, Name, $"{Repository.Configuration}_{framework}", $"{Name}.{extension}");
        Assert.That(File.Exists(path), Is.True, $"{Repository.Relative(path)} is not there. Run: dotnet build src/{Name} -c {Repository.Configuration}");
        return path;
    }

    public override string ToString() => Name;
}
