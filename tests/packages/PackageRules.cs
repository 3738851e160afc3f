namespace AuthProfiles.Packages;

/// <summary>What every package must have, and nothing more.</summary>
internal static class PackageRules
{
    private const int ShortestReadme = 500;

    private static readonly string[] Frameworks = ["net8.0", "net10.0"];

    /// <param name="package">The package.</param>
    /// <param name="project">The folder of its project.</param>
    /// <param name="allowed">Its dependencies, as they are checked in.</param>
    public static IEnumerable<string> FindBreaches(PackedPackage package, string project, IReadOnlyCollection<string> allowed)
    {
        if (package.SizeOf("README.md") < ShortestReadme || package.Text("readme") != "README.md")
        {
            yield return "It has no README of its own.";
        }

        if (package.SizeOf("icon.png") == 0 || package.Text("icon") != "icon.png")
        {
            yield return "It has no icon.";
        }

        foreach (var name in new[] { "license", "description", "tags", "projectUrl", "releaseNotes" }.Where(name => package.Text(name).Length == 0))
        {
            yield return $"Its {name} is missing.";
        }

        if (!File.Exists(Path.ChangeExtension(package.Path, ".snupkg")))
        {
            yield return "Its symbols are missing.";
        }

        foreach (var file in Expected(package, project).Except(package.Files, StringComparer.Ordinal))
        {
            yield return $"{file} is missing.";
        }

        foreach (var dependency in package.Dependencies.Except(allowed, StringComparer.Ordinal))
        {
            yield return $"The dependency '{dependency}' is not in tests/packages/dependencies.txt.";
        }

        foreach (var dependency in allowed.Except(package.Dependencies, StringComparer.Ordinal))
        {
            yield return $"The dependency '{dependency}' of tests/packages/dependencies.txt is not there.";
        }
    }

    private static IEnumerable<string> Expected(PackedPackage package, string project)
    {
        if (package.IsTool)
        {
            yield break;
        }

        foreach (var framework in Frameworks)
        {
            yield return $"lib/{framework}/{package.Id}.dll";
            yield return $"lib/{framework}/{package.Id}.xml";
        }

        if (File.Exists(Path.Combine(project, "ConfigurationSchema.json")))
        {
            yield return "ConfigurationSchema.json";
            yield return $"buildTransitive/{package.Id}.targets";
        }
    }
}
