namespace AuthProfiles.Conventions.Tests;

/// <summary>Finds the source file of a type by its name: <c>Name.cs</c>, or <c>Name{T}.cs</c> beside it for a generic type.</summary>
internal sealed class SourceMap
{
    private readonly Dictionary<string, List<string>> _files;

    public SourceMap(Package package)
    {
        Package = package;
        _files = package.Sources
            .GroupBy(static file => Path.GetFileNameWithoutExtension(file), StringComparer.Ordinal)
            .ToDictionary(static group => group.Key, static group => group.ToList(), StringComparer.Ordinal);
    }

    public Package Package { get; }

    /// <summary>Returns the file, relative to the package, or null where there is none of that name.</summary>
    public string? Find(string? space, string name, IEnumerable<string> parameters)
    {
        var bare = name.Split('`')[0];
        var generic = $"{bare}{{{string.Join(',', parameters)}}}";
        var candidates = _files.GetValueOrDefault(generic) ?? _files.GetValueOrDefault(bare) ?? [];

        // The same name in two folders: the namespace says which.
        return candidates.Count < 2 ? candidates.SingleOrDefault() : candidates.Find(file => space == NamespaceOf(FolderOf(file)));
    }

    public static string FolderOf(string file) => Path.GetDirectoryName(file)!.Replace('\\', '/');

    public string NamespaceOf(string folder) => folder.Length == 0 ? Package.Name : $"{Package.Name}.{folder.Replace('/', '.')}";
}
