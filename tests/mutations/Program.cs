using System.Diagnostics;
using AuthProfiles.Mutations;

var here = AppContext.BaseDirectory;
while (!File.Exists(Path.Combine(here, "AuthProfiles.sln")))
{
    here = Path.GetDirectoryName(here.TrimEnd(Path.DirectorySeparatorChar)) ?? throw new MutationException("Run tests/mutations/run from the repository.");
}

var only = args is ["--only", var prefix] ? prefix : args is [] ? string.Empty : null;
if (only is null)
{
    Console.Error.WriteLine("Usage: tests/mutations/run [--only <beginning of an id, such as I6>]");
    return 2;
}

try
{
    var all = MutationList.Read(Path.Combine(here, "tests", "mutations", "mutations.txt"));
    var chosen = all.Where(mutation => mutation.Id == only || mutation.Id.StartsWith(only.Length == 0 ? only : $"{only}-", StringComparison.Ordinal)).ToArray();
    if (chosen.Length == 0)
    {
        throw new MutationException($"No mutation is named {only}. There are: {string.Join(", ", all.Select(static mutation => mutation.Id))}.");
    }

    using var scratch = new Scratch(here);

    // All texts are looked for first: a list that is out of date fails in a second, not in ten minutes.
    var changed = chosen.Select(mutation => mutation.Apply(scratch.Read(mutation.File))).ToArray();
    Console.WriteLine($"Building the copy and running its tests, which must pass before {chosen.Length} mutations can mean anything …");
    foreach (var project in chosen.GroupBy(static mutation => mutation.Project, StringComparer.Ordinal))
    {
        scratch.Restore(project.Key);
        scratch.Require(scratch.TryBuild(project.Key), "The copy does not build.");
        scratch.Require(scratch.Test(project.Key, string.Join('|', project.Select(static mutation => mutation.Tests).Distinct(StringComparer.Ordinal)), TimeSpan.FromMinutes(10)), "The tests fail without any mutation.");
    }

    var survivors = 0;
    foreach (var (mutation, text) in chosen.Zip(changed))
    {
        var watch = Stopwatch.StartNew();
        var original = scratch.Read(mutation.File);
        scratch.Write(mutation.File, text);
        var outcome = !scratch.TryBuild(mutation.Project).Succeeded ? "BROKEN"
            : scratch.Test(mutation.Project, mutation.Tests, TimeSpan.FromMinutes(1)).Succeeded ? "SURVIVED"
            : "caught";
        scratch.Write(mutation.File, original);
        survivors += outcome == "caught" ? 0 : 1;
        Console.WriteLine($"{outcome,-9}{mutation.Id,-28}{watch.Elapsed.TotalSeconds,4:0} s  {mutation.Sentence}");
    }

    Console.WriteLine($"{Environment.NewLine}{chosen.Length - survivors} of {chosen.Length} mutations caught{(survivors > 0 ? ": survivors need tests, and a broken one, which does not compile, other text" : string.Empty)}.");
    return survivors == 0 ? 0 : 1;
}
catch (MutationException error)
{
    Console.Error.WriteLine(error.Message);
    return 2;
}
