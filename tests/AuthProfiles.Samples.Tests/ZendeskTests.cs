using AuthProfiles.Testing;
using AuthProfiles.Zendesk.Tests.Support;
using Desk = global::Zendesk.Desk;
using Program = global::Zendesk.Program;

namespace AuthProfiles.Samples.Tests;

/// <summary>The Zendesk sample over its local service, on a clock on which nobody waits.</summary>
[TestFixture]
[NonParallelizable]
[CancelAfter(120_000)]
public sealed class ZendeskTests
{
    private TextWriter _console = null!;
    private StringWriter _output = null!;
    private string _directory = null!;

    private string Said => _output.ToString().ReplaceLineEndings("\n");

    [SetUp]
    public void Begin()
    {
        _directory = Directory.CreateTempSubdirectory("authprofiles-").FullName;
        _console = Console.Out;
        Console.SetOut(_output = new StringWriter());
    }

    [TearDown]
    public async Task EndAsync()
    {
        Console.SetOut(_console);
        await _output.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    [Test]
    public async Task Every_step_does_what_it_says()
    {
        Assert.That(await RunAsync(), Is.True);

        Assert.That(Said, Does.Contain("legacy: succeeded").And.Contain("support: succeeded").And.Contain("has the scopes read write").And.Not.Contain("differs"));
        Assert.That(Said, Does.Contain("Go over: give AuthProfiles:Zendesk:support to the program in place of AuthProfiles:Zendesk:legacy"));
        Assert.That(Said, Does.Contain("Tickets: 241, pages: 3"));
        Assert.That(Said, Does.Match("queued\n(.*\n)*.*working: [0-9]+ of 81\n(.*\n)*.*completed: 81 of 81\n.*All 81 tickets have the tag"));
    }

    [Test]
    public async Task A_second_export_goes_on_from_where_the_first_stopped()
    {
        await RunAsync("export");
        var first = await File.ReadAllLinesAsync(Path.Combine(_directory, "tickets.jsonl"));
        var clock = new ManualClock();
        clock.Advance(TimeSpan.FromDays(1));

        await RunAsync(clock, "export");

        var both = await File.ReadAllLinesAsync(Path.Combine(_directory, "tickets.jsonl"));
        Assert.That((first.Length, both.Length), Is.EqualTo((241, 242)), "of the second run only the ticket that had just come in");
        Assert.That(both[^1], Does.Contain("The new printer smokes"));
        Assert.That(Said, Does.Contain("From the beginning.").And.Contain("From where the last run stopped.").And.Contain("Tickets: 1, pages: 1"));
    }

    [TestCase("read", false, "lacks the scope write", "Not yet: add write to AuthProfiles:Zendesk:support:Scope")]
    [TestCase("read write", true, "<- differs", "Not yet: the two see different tickets.")]
    public async Task An_account_of_the_settings_that_is_not_ready_fails_the_step(string scope, bool seesLess, string finding, string verdict)
    {
        await using var host = await LocalServicesHost.StartAsync();
        var account = host.Zendesk.Account("acme");
        account.Tickets.Add("Printer");
        var (support, legacy) = ("AuthProfiles__Zendesk__support__", "AuthProfiles__Zendesk__legacy__");

        // Another account stands in for one whose client sees less.
        var other = seesLess ? "globex" : "acme";
        host.Zendesk.Account(other);
        using var settings = new TemporaryVariables(
            (support + "BaseUrl", $"{host.ZendeskAddress}{{subdomain}}/"), (support + "Subdomain", other), (support + "ClientId", "c"), (support + "ClientSecret", "s"), (support + "Scope", scope),
            (legacy + "BaseUrl", $"{host.ZendeskAddress}{{subdomain}}/"), (legacy + "Subdomain", "acme"), (legacy + "Email", "admin@local.example"), (legacy + "ApiToken", "t"));

        var exitCode = await Program.Main(["migrate"]);

        Assert.That(exitCode, Is.EqualTo(1));
        Assert.That(Said, Does.Contain(finding).And.Contain(verdict).And.Not.Contain("No account in the settings"));
    }

    [Test]
    public async Task Without_an_api_token_there_is_nothing_to_go_over_from()
    {
        using var settings = new TemporaryVariables(("AuthProfiles__Zendesk__support__Subdomain", "acme"));

        var error = await Assert.CatchAsync(() => Desk.RunAsync(["migrate"]));

        Assert.That(error!.Message, Does.Contain("add AuthProfiles:Zendesk:legacy"));
    }

    [TestCase("nothing", ExpectedResult = 2)]
    [TestCase("--directory", ExpectedResult = 2)]
    [TestCase("--help", ExpectedResult = 0)]
    public async Task<int> The_exit_code_says_how_it_ended(string argument)
    {
        var error = Console.Error;
        Console.SetError(_output);
        try
        {
            return await Program.Main([argument]);
        }
        finally
        {
            Console.SetError(error);
        }
    }

    private Task<bool> RunAsync(params string[] steps) => RunAsync(new ManualClock(), steps);

    private Task<bool> RunAsync(ManualClock clock, params string[] steps) => Desk.RunAsync([.. steps, "--directory", _directory], new WaitlessClock(clock), TestContext.CurrentContext.CancellationToken);
}
