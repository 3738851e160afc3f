namespace AuthProfiles.Conventions.Tests;

public sealed class DirectionTests
{
    private static readonly string[] CorePackages =
    [
        "Microsoft.Extensions.Http", "Microsoft.Extensions.Options", "Microsoft.Extensions.Configuration.Abstractions",
        "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Logging.Abstractions", "Polly.Core",
    ];

    /// <summary>The package for hosts, and the framework that every host has.</summary>
    private const string Host = "AuthProfiles.AspNetCore";
    private const string HostFramework = "Microsoft.AspNetCore.App";

    /// <summary>The connector that is a chat client to everybody, and the abstractions that make it one.</summary>
    private const string ChatConnector = "AuthProfiles.AzureOpenAI";
    private const string ChatAbstractions = "Microsoft.Extensions.AI.Abstractions";

    /// <summary>The tool, which is an application: nobody references it, and it works with all that it knows.</summary>
    private const string Tool = "AuthProfiles.Tool";

    private static readonly string[] ToolPackages =
    [
        "Microsoft.Extensions.Configuration.EnvironmentVariables", "Microsoft.Extensions.Configuration.UserSecrets", "Npgsql", "System.CommandLine",
    ];

    [Test]
    public void A_core_folder_uses_only_those_above_it([ValueSource(typeof(Package), nameof(Package.Frameworks))] string framework)
    {
        var core = Package.All.Single(static package => package.Name == Package.Core);
        var sources = new SourceMap(core);
        using var compiled = new CompiledTypes(core.Built(framework));
        var files = compiled.Metadata.TypeDefinitions.ToDictionary(static type => type, type =>
        {
            var (space, name, parameters) = compiled.NameOf(type);
            return sources.Find(space, name, parameters);
        });

        var uses = compiled.Uses
            .Select(use => (User: files[use.User], Used: files[use.Used]))
            .Where(static use => use.User is not null && use.Used is not null)
            .Distinct()
            .ToArray();

        // So that an unreadable assembly is no empty success.
        Assert.That(uses, Has.Length.GreaterThan(200), "Far too few uses were read: this test no longer sees the code.");
        Conventions.Hold(
            uses.Where(static use => CoreFolders.RankOf(SourceMap.FolderOf(use.User!)) < CoreFolders.RankOf(SourceMap.FolderOf(use.Used!)))
                .Select(static use => $"{use.User} uses {use.Used}"),
            $"A folder of the core may use only those above it, in the order {string.Join(", ", CoreFolders.InOrder)}. Move the type up, or let the lower folder hand in what is needed:");
    }

    [Test]
    public void Every_core_folder_has_its_place_in_the_order() =>
        Conventions.Hold(
            Package.All.Single(static package => package.Name == Package.Core).Sources
                .Select(SourceMap.FolderOf)
                .Where(static folder => CoreFolders.RankOf(folder) < 0 || folder.Contains('/', StringComparison.Ordinal)),
            "A core folder is a feature with a place in the order of docs/architecture.md. Move the files there, or give the folder its place in both:");

    [Test]
    public void A_package_sees_only_the_core() =>
        Conventions.Hold(
            from package in Package.All
            from reference in package.References("ProjectReference")
            let name = Path.GetFileNameWithoutExtension(reference.Replace('\\', '/'))
            where package.Name == Package.Core || name == Tool || (name != Package.Core && package.Name != Tool)
            select $"{package} references {name}",
            "The core references no project, and every other package references the core alone, but for the tool, which nobody references; connectors never see each other. Take the reference out:");

    [Test]
    public void A_package_has_only_the_package_references_that_it_may_have() =>
        Conventions.Hold(
            from package in Package.All
            from reference in package.References("PackageReference").Concat(package.References("FrameworkReference"))
            where package.Name != Package.Core || !CorePackages.Contains(reference, StringComparer.Ordinal)
            where package.Name != Host || reference != HostFramework
            where package.Name != ChatConnector || reference != ChatAbstractions
            where package.Name != Tool || !ToolPackages.Contains(reference, StringComparer.Ordinal)
            select $"{package} references {reference}",
            $"A dependency of ours becomes one of every application. The core may have {string.Join(", ", CorePackages)}, the other packages none of their own. Take the reference out:");

    [Test]
    public void The_built_assemblies_reference_what_their_projects_may([ValueSource(typeof(Package), nameof(Package.Frameworks))] string framework)
    {
        var breaches = new List<string>();
        foreach (var package in Package.All)
        {
            using var compiled = new CompiledTypes(package.Built(framework));
            breaches.AddRange(
                from handle in compiled.Metadata.AssemblyReferences
                let name = compiled.Metadata.GetString(compiled.Metadata.GetAssemblyReference(handle).Name)
                where !IsAllowed(package, name)
                select $"{package} ({framework}) references {name}");
        }

        Conventions.Hold(breaches, "A package uses the platform, the core's own dependencies and the core, and nothing at all points at tests or samples. Take the use out:");
    }

    [Test]
    public void Only_tests_and_benchmarks_see_internals() =>
        Conventions.Hold(
            from package in Package.All
            from friend in package.References("InternalsVisibleTo")
            where !friend.EndsWith(".Tests", StringComparison.Ordinal) && !friend.EndsWith(".Benchmarks", StringComparison.Ordinal)
            select $"{package} shows its internals to {friend}",
            "Connectors, hosts and AuthProfiles.Testing are the first customers of the public surface. Make public, with a promise, what they need:");

    [Test]
    public void Internals_are_shown_by_project_files_only() =>
        Conventions.Hold(
            from file in Repository.Files("src", "*.cs")
            where File.ReadAllText(file).Contains("InternalsVisibleTo", StringComparison.Ordinal)
            select Repository.Relative(file),
            "Write InternalsVisibleTo into the project file, where these tests look:");

    private static bool IsAllowed(Package package, string reference) =>
        reference.StartsWith("System.", StringComparison.Ordinal)
        || (reference == Package.Core && package.Name != Package.Core)
        || CorePackages.Contains(reference, StringComparer.Ordinal)
        || (package.Name == ChatConnector && reference == ChatAbstractions)
        || (package.Name == Tool && (reference == "Npgsql" || reference.StartsWith("AuthProfiles.", StringComparison.Ordinal) || reference.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)))
        || (package.Name == Host && (reference.StartsWith("Microsoft.AspNetCore.", StringComparison.Ordinal) || reference.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal)))

        // What the core's own packages bring along and are made of.
        || reference is "Microsoft.Extensions.Primitives";
}
