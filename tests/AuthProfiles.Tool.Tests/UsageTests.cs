using AuthProfiles.Tool.Tests.Support;

namespace AuthProfiles.Tool.Tests;

/// <summary>A command line that is wrong is told so, by exit code 2 and without being repeated.</summary>
public sealed class UsageTests
{
    private const string Secret = "s3cr3t-of-a-line";

    private Shell _shell = null!;

    [SetUp]
    public void SetUp() => _shell = new();

    [TearDown]
    public void TearDown() => _shell.Dispose();

    [TestCase("", "Required command")]
    [TestCase("tset", "There is no such command. There are: test, login, connections, explain, lint.")]
    [TestCase("connections", "Try: authprofiles connections --help")]
    [TestCase("connections lsit", "There are: list, revoke.")]
    [TestCase("test", "Required argument missing")]
    [TestCase("test a " + Secret, "no place here")]
    [TestCase("test a --databse=" + Secret, "Unknown option --databse.")]
    [TestCase("test --databse=" + Secret, "Unknown option --databse.")]
    [TestCase("test --databse:" + Secret, "Unknown option --databse.")]
    [TestCase("test a --tenant --databse=" + Secret, "Unknown option --databse.")]
    [TestCase("test a --" + Secret, "An option is not known.")]
    [TestCase("test a --tenant " + Secret + " --tenant b", "--tenant")]
    [TestCase("test a --json=" + Secret, "Try: authprofiles test --help")]
    [TestCase("login a --timeout " + Secret, "--timeout takes 1 to 600 seconds.")]
    [TestCase("lint --ignore " + Secret, "--ignore takes the id")]
    [TestCase("explain " + Secret, "URL is no absolute")]
    [TestCase("login a --store x --database " + Secret, "--store and --database")]
    [TestCase("lint --user-secrets " + Secret, "--user-secrets")]
    [TestCase("connections list --database " + Secret, "ConnectionStrings")]
    [TestCase("connections list --database Host=x;Pasword=" + Secret, "can't be used")]
    public async Task What_is_wrong_is_said_and_not_repeated(string line, string said)
    {
        _shell.WriteProfiles("""{ "Profiles": { "a": { "Type": "ApiKey", "BaseUrl": "https://a.example/" } }, "KeyRing": { "Keys": { "k": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=" } } }""");
        string[] args = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);

        var text = await _shell.RunAsync(args);
        var json = await _shell.RunAsync([.. args, "--json"]);

        Assert.That((text.Code, text.Output), Is.EqualTo((2, string.Empty)), text.All);
        Assert.That(text.Error, Does.Contain(said));
        Assert.That(json.Code, Is.EqualTo(2));
        Assert.That((string?)json.Json["error"]!["kind"], Is.EqualTo("Usage"));
        Assert.That((string?)json.Json["error"]!["message"], Does.Contain(said));
        Assert.That(text.All + json.All, Does.Not.Contain(Secret));
    }

    [TestCase("--help")]
    [TestCase("-h")]
    [TestCase("test --help")]
    [TestCase("login --help")]
    [TestCase("connections --help")]
    [TestCase("connections list --help")]
    [TestCase("connections revoke --help")]
    [TestCase("explain --help")]
    [TestCase("lint --help")]
    public async Task Help_names_the_command_as_people_type_it(string line)
    {
        var result = await _shell.RunAsync(line.Split(' '));

        Assert.That(result.Code, Is.Zero);
        Assert.That(result.Output, Does.Contain($"authprofiles{(line.StartsWith('-') ? string.Empty : " " + line.Replace(" --help", string.Empty, StringComparison.Ordinal))} ").And.Contain("--json"));
    }

    [Test]
    public async Task Help_and_the_readme_list_every_exit_code()
    {
        var codes = typeof(ExitCode).GetFields().Select(static field => (int)field.GetValue(null)!).Order().ToArray();
        var help = (await _shell.RunAsync("--help")).Output;
        var readme = await File.ReadAllTextAsync(Path.Combine(Root(), "src", "AuthProfiles.Tool", "README.md"));

        Assert.That(codes, Is.EqualTo(new[] { 0, 1, 2, 3, 70, 130 }));
        foreach (var code in codes)
        {
            Assert.That(help, Does.Match($@"(?m)^\s+{code}\s+\w"));
            Assert.That(readme, Does.Contain($"| {code} |"));
        }
    }

    [Test]
    public async Task The_version_is_told() => Assert.That((await _shell.RunAsync("--version")).Output, Does.Match(@"^\d+\.\d+\.\d+"));

    [Test]
    public async Task A_defect_is_told_without_its_message()
    {
        _shell.WriteProfiles("""{ "Profiles": { "a": { "Type": "ApiKey" } } }""");
        _shell.Configure = static _ => throw new InvalidOperationException(Secret);

        var result = await _shell.RunAsync("lint", "--json");

        Assert.That(result.Code, Is.EqualTo(70));
        Assert.That((string?)result.Json["error"]!["message"], Does.Contain("InvalidOperationException"));
        Assert.That(result.Error, Does.Contain(nameof(A_defect_is_told_without_its_message)).And.Not.Contain(Secret));
    }

    private static string Root()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(directory!.FullName, "AuthProfiles.sln")))
        {
            directory = directory.Parent;
        }

        return directory.FullName;
    }
}
