using System.Reflection;

namespace AuthProfiles.Conventions.Tests;

/// <summary>A built package, loaded to be looked at and never run.</summary>
internal sealed class LoadedPackage : IDisposable
{
    private readonly MetadataLoadContext _context;

    public LoadedPackage(Package package, string framework)
    {
        Package = package;
        Framework = framework;
        var own = Package.All.Select(other => other.Built(framework)).ToArray();
        var names = own.Select(Path.GetFileName).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var others = Directory.EnumerateFiles(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "*.dll")
            .Concat(Directory.EnumerateFiles(Path.GetDirectoryName(typeof(Microsoft.AspNetCore.Http.HttpContext).Assembly.Location)!, "*.dll"))
            .Concat(Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll"))
            .Where(file => !names.Contains(Path.GetFileName(file)));
        _context = new(new PathAssemblyResolver(own.Concat(others)));
        Assembly = _context.LoadFromAssemblyPath(package.Built(framework));
    }

    public Package Package { get; }

    public string Framework { get; }

    public Assembly Assembly { get; }

    /// <summary>Gets the types that somebody wrote.</summary>
    public IEnumerable<Type> Types => Assembly.GetTypes().Where(static type => IsWritten(type));

    public IEnumerable<Type> TopLevelTypes => Types.Where(static type => !type.IsNested);

    public IEnumerable<Type> PublicTypes => Assembly.GetExportedTypes();

    public static IEnumerable<LoadedPackage> LoadAll(string framework) => Package.All.Select(package => new LoadedPackage(package, framework));

    public static bool IsGenerated(MemberInfo member) =>
        member.Name.Contains('<', StringComparison.Ordinal)
        || member.GetCustomAttributesData().Any(static data => data.AttributeType.Name is "CompilerGeneratedAttribute" or "GeneratedCodeAttribute");

    public void Dispose() => _context.Dispose();

    public override string ToString() => $"{Package} {Framework}";

    private static bool IsWritten(Type type) =>
        type.Namespace?.StartsWith(Package.Core, StringComparison.Ordinal) == true
        && !type.FullName!.Contains('<', StringComparison.Ordinal)
        && !(type.IsNested && IsGenerated(type));
}
