namespace AuthProfiles.Browser.Tests.Infrastructure;

/// <summary>Gives each test a directory of its own, and each of its users a browser of their own.</summary>
[NonParallelizable]
[Category("Browser")]
public abstract class BrowserFixture
{
    private readonly List<IBrowserContext> _contexts = [];
    private DirectoryInfo? _directory;
    private IBrowser? _browser;

    private protected string DataDirectory => _directory!.FullName;

    [SetUp]
    public async Task OpenAsync()
    {
        _browser = await Chromium.RequireAsync();
        _directory = Directory.CreateTempSubdirectory("authprofiles-browser-");
    }

    [TearDown]
    public async Task CloseAsync()
    {
        foreach (var context in _contexts)
        {
            await context.DisposeAsync();
        }

        _contexts.Clear();
        _directory?.Delete(recursive: true);
        _directory = null;
    }

    /// <summary>Opens a browser of somebody's own.</summary>
    private protected async Task<IPage> NewUserAsync(BrowserNewContextOptions? options = null)
    {
        var context = await _browser!.NewContextAsync(options);
        context.SetDefaultTimeout(20_000);
        _contexts.Add(context);
        return await context.NewPageAsync();
    }

    /// <summary>Takes a picture of a page, and looks whether everybody can use it.</summary>
    private protected static async Task CheckAsync(IPage page, string name, string look)
    {
        await page.WaitForLoadStateAsync();
        await Screens.TakeAsync(page, $"{name}-{look}");
        var check = await PageCheck.OfAsync(page);
        TestContext.Out.WriteLine($"{name} {look}: contrast {check.LowestContrast:F2}, target {check.SmallestTarget:F0}");
        Assert.That(check.Faults, Is.Empty, $"{name} {look}");
    }
}
