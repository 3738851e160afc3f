namespace AuthProfiles.Conventions.Tests;

[TestFixtureSource(typeof(Package), nameof(Package.Frameworks))]
public sealed class SourceTests(string framework)
{
    private readonly List<LoadedPackage> _packages = [];

    [OneTimeSetUp]
    public void Load() => _packages.AddRange(LoadedPackage.LoadAll(framework));

    [OneTimeTearDown]
    public void Unload() => _packages.ForEach(static package => package.Dispose());

    [Test]
    public void A_type_is_alone_in_the_file_of_its_name()
    {
        var breaches = new List<string>();
        foreach (var package in _packages)
        {
            var sources = new SourceMap(package.Package);
            var files = package.TopLevelTypes.ToLookup(type => FileOf(sources, type));
            breaches.AddRange(files.Where(static group => group.Key is null).SelectMany(static group => group).Select(type => $"{type.FullName} has no file of its name in src/{package.Package}"));
            breaches.AddRange(files.Where(static group => group.Key is not null && group.Count() > 1).Select(group => $"src/{package.Package}/{group.Key} holds {string.Join(" and ", group.Select(static type => type.Name))}"));
            breaches.AddRange(package.Package.Sources.Where(file => !files.Contains(file)).Select(file => $"src/{package.Package}/{file} holds no type of its name"));
        }

        Conventions.Hold(breaches, "One top-level type per file, and the file has its name (Name.cs, or Name{T}.cs for a generic type beside a plain one). Move the type:");
    }

    [Test]
    public void A_namespace_is_the_folders_or_a_root()
    {
        var breaches = new List<string>();
        foreach (var package in _packages)
        {
            var sources = new SourceMap(package.Package);
            breaches.AddRange(
                from type in package.TopLevelTypes
                let file = FileOf(sources, type)
                where file is not null
                let own = sources.NamespaceOf(SourceMap.FolderOf(file))
                where type.Namespace != own && type.Namespace != package.Package.Name && type.Namespace != Package.Core
                select $"src/{package.Package}/{file} is in {type.Namespace}, not in {own}");
        }

        Conventions.Hold(breaches, "A type's namespace is its folder's, or a root (AuthProfiles, or the package's name) where users type it. Change the namespace or move the file:");
    }

    private static string? FileOf(SourceMap sources, Type type) =>
        sources.Find(type.Namespace, type.Name, type.GetGenericArguments().Select(static parameter => parameter.Name));
}
