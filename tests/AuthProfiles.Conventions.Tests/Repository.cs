namespace AuthProfiles.Conventions.Tests;

/// <summary>The repository that these tests were built in, found from where they lie.</summary>
internal static class Repository
{
    private static readonly string[] NotOurs = [".git", "artifacts", "bin", "obj", "TestResults", ".vs", ".idea", ".vscode"];

    private static readonly DirectoryInfo Output = new(AppContext.BaseDirectory);

    /// <summary>Gets the folder of the solution.</summary>
    public static string Root { get; } = FindRoot();

    /// <summary>Gets the configuration that was built, as the artifacts folder spells it: <c>debug</c> or <c>release</c>.</summary>
    public static string Configuration { get; } = Output.Name.Split('_')[0];

    /// <summary>Gets the folder with an output folder for each project.</summary>
    public static string Binaries { get; } = Output.Parent!.Parent!.FullName;

    public static string PathOf(params string[] parts) => Path.Combine([Root, .. parts]);

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    /// <summary>Lists the files that are written by hand, below a folder of the repository or in all of it.</summary>
    public static IEnumerable<string> Files(string folder = "", string pattern = "*") => Walk(new(PathOf(folder)), pattern);

    private static IEnumerable<string> Walk(DirectoryInfo folder, string pattern)
    {
        foreach (var file in folder.EnumerateFiles(pattern))
        {
            // A work tree has a file of that name in place of the folder.
            if (!NotOurs.Contains(file.Name, StringComparer.Ordinal))
            {
                yield return file.FullName;
            }
        }

        foreach (var child in folder.EnumerateDirectories())
        {
            if (!NotOurs.Contains(child.Name, StringComparer.Ordinal))
            {
                foreach (var file in Walk(child, pattern))
                {
                    yield return file;
                }
            }
        }
    }

    private static string FindRoot()
    {
        for (var folder = Output; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "AuthProfiles.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException("These tests read the repository: run them from where they were built.");
    }
}
