using System.Diagnostics;

namespace AuthProfiles.Mutations;

/// <summary>A copy of the repository that is changed, built, tested and changed back. One serves all mutations.</summary>
internal sealed class Scratch : IDisposable
{
    private static readonly string[] NotCopied = [".git", "artifacts", "bin", "obj", "TestResults"];

    // The analyzers judge style, which a mutation has none of; warnings about dead code are what mutations make.
    private static readonly string[] Options =
    [
        "-f", "net10.0", "--no-restore", "-v", "q", "-nologo", "-clp:ErrorsOnly",
        "-p:RunAnalyzersDuringBuild=false", "-p:TreatWarningsAsErrors=false", "-p:UseSharedCompilation=true", "-p:GenerateDocumentationFile=false",
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("authprofiles-mutations-");

    public Scratch(string repository) => Copy(new(repository), _folder.FullName);

    public void Restore(string project) => Require(Run(TimeSpan.FromMinutes(10), "restore", $"tests/{project}", "-v", "q"), "The copy can't be restored.");

    /// <summary>Returns the file's text, as the repository has it.</summary>
    public string Read(string file) => File.ReadAllText(Path.Combine(_folder.FullName, file));

    public void Write(string file, string text) => File.WriteAllText(Path.Combine(_folder.FullName, file), text);

    public (bool Succeeded, string Output) TryBuild(string project) => Run(TimeSpan.FromMinutes(10), ["build", $"tests/{project}", .. Options]);

    /// <summary>Runs tests, and says whether they passed in time. Tests that hang have noticed too.</summary>
    public (bool Succeeded, string Output) Test(string project, string filter, TimeSpan limit) => Run(limit, "test", Assembly(project), "--nologo", "--filter", filter);

    public void Require((bool Succeeded, string Output) step, string otherwise)
    {
        if (!step.Succeeded)
        {
            throw new MutationException($"{otherwise}{Environment.NewLine}{step.Output}");
        }
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static void Copy(DirectoryInfo from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in from.EnumerateFiles().Where(static file => !NotCopied.Contains(file.Name, StringComparer.Ordinal)))
        {
            file.CopyTo(Path.Combine(to, file.Name));
        }

        foreach (var child in from.EnumerateDirectories().Where(static child => !NotCopied.Contains(child.Name, StringComparer.Ordinal)))
        {
            Copy(child, Path.Combine(to, child.Name));
        }
    }

    private string Assembly(string project) => Path.Combine(_folder.FullName, $"artifacts/bin/{project}/debug_net10.0/{project}.dll");

    private (bool Succeeded, string Output) Run(TimeSpan limit, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = _folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(limit))
        {
            process.Kill(entireProcessTree: true);
            return (false, $"It did not end within {limit.TotalMinutes:0} minutes.");
        }

        // A server that a build leaves running may hold the pipes: what was said until now is enough.
        Task.WaitAll([output, errors], TimeSpan.FromSeconds(5));
        return (process.ExitCode == 0, $"{Said(output)}{Said(errors)}");
    }

    private static string Said(Task<string> output) => output.IsCompletedSuccessfully ? output.Result : string.Empty;
}
