namespace AuthProfiles.Security.Tests.Origins;

/// <summary>What the same redirects do to others; it also shows that the matrix can fail.</summary>
[TestFixture]
[Category("Origins")]
public sealed class OriginComparisonTests
{
    private static readonly IComparedClient[] s_clients = [new PlainHttpClient(), new OpenAIPackage(isOwnTransport: true), new OpenAIPackage(isOwnTransport: false), new RestSharpClient()];

    /// <summary>Set to any value, this environment variable lets the test write the page instead of comparing it.</summary>
    private const string WritePage = "AUTHPROFILES_WRITE_DOCS";

    private readonly List<OriginComparison> _comparisons = [];

    [OneTimeSetUp]
    public async Task MeasureAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1), TimeProvider.System);
        foreach (var client in s_clients)
        {
            _comparisons.Add(await OriginComparison.MeasureAsync(client, limit.Token));
        }
    }

    [Test]
    [CancelAfter(20_000)]
    public async Task The_page_says_what_is_measured(CancellationToken cancellation)
    {
        foreach (var comparison in _comparisons)
        {
            TestContext.Out.WriteLine($"{comparison.Client}: {comparison.Leaks.Count} of 864 cells leak, {comparison.Sent} requests with the credential at the service");
        }

        var page = OriginPage.Write(_comparisons);
        var path = Path.Combine(Root(), "docs", "security-origins.md");
        if (Environment.GetEnvironmentVariable(WritePage) is not null)
        {
            await File.WriteAllTextAsync(path, page, cancellation);
        }

        Assert.That(page, Is.EqualTo(await File.ReadAllTextAsync(path, cancellation)), $"docs/security-origins.md says something else than what is measured. If that is right, write it anew: {WritePage}=1.");
    }

    [Test]
    public void The_matrix_finds_what_a_plain_HttpClient_leaks()
    {
        var comparison = _comparisons[0];

        // A header of the developer's own follows by every status and a body by 307 and 308; Authorization is taken off, and no redirect goes from https to http.
        var expected =
            from target in OriginTarget.All
            where target is { IsForeign: true, IsTls: false }
            from place in CredentialPlace.All
            from cell in OriginCell.Of(target, place)
            where place.Name is "header" || (place.IsPayload && BodyFollows(cell))
            select cell;
        Assert.That(comparison.Leaks, Is.EquivalentTo(expected));
    }

    [Test]
    [CancelAfter(60_000)]
    public async Task The_transport_of_the_OpenAI_package_follows_no_redirect(CancellationToken cancellation)
    {
        var target = OriginTarget.All.Single(static target => !target.IsForeign);
        await using var stage = new OriginStage(target);
        using var calls = new OpenAIPackage(isOwnTransport: true).Create(stage, CredentialPlace.All[0]);
        foreach (var cell in OriginCell.Of(target, CredentialPlace.All[0]))
        {
            await calls.SendAsync(cell, cancellation);
        }

        Assert.That(stage.Requests.Select(static request => request.Target), Has.Exactly(24).EqualTo("/items/7"));
        Assert.That(stage.Requests, Has.Count.EqualTo(24));
    }

    /// <summary>The platform turns POST into GET on 300 to 303, and any method but GET on 303.</summary>
    private static bool BodyFollows(OriginCell cell) =>
        cell.Status is 307 or 308 || (cell.Status is not 303 && cell.Method != HttpMethod.Post) || cell.Method == HttpMethod.Get;

    private static string Root()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "AuthProfiles.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }
}
