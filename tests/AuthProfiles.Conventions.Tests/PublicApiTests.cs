namespace AuthProfiles.Conventions.Tests;

/// <summary>Holds what is public. The approved texts lie in <c>api/</c>, where a review sees each change of them.</summary>
public sealed class PublicApiTests
{
    private const string Approve = "AUTHPROFILES_APPROVE_API";

    private const string Command = Approve + "=1 dotnet test tests/AuthProfiles.Conventions.Tests";

    private static readonly string Folder = Repository.PathOf("tests", "AuthProfiles.Conventions.Tests", "api");

    private static IEnumerable<TestCaseData> Built =>
        from package in Package.All
        from framework in Package.Frameworks
        select new TestCaseData(package.Name, framework);

    [TestCaseSource(nameof(Built))]
    public void The_public_surface_is_the_approved_one(string package, string framework)
    {
        var path = Path.Combine(Folder, $"{package}.{framework}.txt");
        var text = TextOf(package, framework);
        if (Environment.GetEnvironmentVariable(Approve) == "1")
        {
            Directory.CreateDirectory(Folder);
            File.WriteAllText(path, text);
        }

        var approved = File.Exists(path) ? File.ReadAllText(path).ReplaceLineEndings("\n") : string.Empty;
        Conventions.Hold(
            [.. Only(text, approved).Select(static line => $"new:  {line}"), .. Only(approved, text).Select(static line => $"gone: {line}")],
            $"What is public is a promise. If the change is meant, run {Command} and commit {Repository.Relative(path)}; what is gone breaks somebody's code:");
        Assert.That(text, Is.EqualTo(approved), $"The same lines stand in another order. Run: {Command}");
    }

    [TestCaseSource(typeof(Package), nameof(Package.All))]
    public void Both_frameworks_have_the_same_surface(object package)
    {
        var (old, current) = (TextOf($"{package}", Package.Frameworks[0]), TextOf($"{package}", Package.Frameworks[1]));
        Conventions.Hold(
            [.. Only(old, current).Select(static line => $"net8.0 only:  {line}"), .. Only(current, old).Select(static line => $"net10.0 only: {line}")],
            "Code that moves from one framework to the other compiles unchanged. Make the surfaces the same:");
    }

    [Test]
    public void Nothing_is_approved_that_is_not_built() =>
        Conventions.Hold(
            Directory.EnumerateFiles(Folder).Select(static path => Path.GetFileName(path))
                .Except(Built.Select(static built => $"{built.Arguments[0]}.{built.Arguments[1]}.txt"), StringComparer.Ordinal),
            $"{Repository.Relative(Folder)} holds a text for each package and framework and nothing else. Delete:");

    private static string TextOf(string name, string framework)
    {
        using var package = new LoadedPackage(Package.All.Single(package => package.Name == name), framework);
        return ApiText.Of(package.Assembly);
    }

    // A member's line says little without its type's.
    private static IEnumerable<string> Only(string text, string other) => Qualify(text).Except(Qualify(other), StringComparer.Ordinal);

    private static IEnumerable<string> Qualify(string text)
    {
        var type = string.Empty;
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            type = line[0] == ' ' ? type : line;
            yield return line[0] == ' ' ? $"{type.Split(" : ")[0].Split(' ')[^1]}: {line.Trim()}" : line;
        }
    }
}
