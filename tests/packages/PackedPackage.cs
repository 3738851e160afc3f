using System.IO.Compression;
using System.Xml.Linq;

namespace AuthProfiles.Packages;

/// <summary>A packed package: what it says and what is in it.</summary>
internal sealed class PackedPackage : IDisposable
{
    private readonly ZipArchive _archive;
    private readonly XElement _metadata;

    public PackedPackage(string path)
    {
        Path = path;
        _archive = ZipFile.OpenRead(path);
        using var nuspec = _archive.Entries.Single(static entry => entry.FullName.EndsWith(".nuspec", StringComparison.Ordinal)).Open();
        _metadata = XDocument.Load(nuspec).Root!.Elements().Single();
    }

    public string Path { get; }

    public string Id => Text("id");

    public string Version => Text("version");

    public bool IsTool => Elements("packageType").Any(static type => type.Attribute("name")?.Value == "DotnetTool");

    public IEnumerable<string> Files => _archive.Entries.Select(static entry => entry.FullName);

    /// <summary>Gets each dependency as a line: framework, id and version, which for the packages of one release is the same.</summary>
    public IEnumerable<string> Dependencies => Elements("group").SelectMany(group =>
        group.Elements().Select(element => $"{group.Attribute("targetFramework")?.Value} {element.Attribute("id")?.Value ?? element.Attribute("name")?.Value} {VersionOf(element)}"));

    public string Text(string name) => Elements(name).FirstOrDefault()?.Value ?? string.Empty;

    public long SizeOf(string file) => _archive.GetEntry(file)?.Length ?? 0;

    public void Dispose() => _archive.Dispose();

    private string VersionOf(XElement dependency) => dependency.Attribute("version")?.Value is not { } version ? "framework" : version == Version ? "same" : version;

    private IEnumerable<XElement> Elements(string name) => _metadata.Descendants().Where(element => element.Name.LocalName == name);
}
