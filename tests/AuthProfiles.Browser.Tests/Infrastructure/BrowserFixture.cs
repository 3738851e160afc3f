using System.Globalization;

namespace AuthProfiles.Browser.Tests.Infrastructure;

/// <summary>Gives each test a directory of its own, and each of its users a browser of their own.</summary>
[NonParallelizable]
[Category("Browser")]
public abstract class BrowserFixture
{
    // The narrow one is a wide one at 400 % (WCAG 2.2, 1.4.10).
    private static readonly int[] s_widths = [320, 1280];
    private static readonly ColorScheme[] s_schemes = [ColorScheme.Dark, ColorScheme.Light];

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

    /// <summary>Takes pictures of a page, light and dark, on a desk and on a phone, and looks whether everybody can use it.</summary>
    /// <param name="page">The page.</param>
    /// <param name="name">What the pictures are called.</param>
    /// <param name="sign">What stands on that page alone, so that it is not the one before.</param>
    private protected static async Task CheckAsync(IPage page, string name, ILocator sign)
    {
        await Assertions.Expect(sign).ToBeVisibleAsync();
        foreach (var width in s_widths)
        {
            await page.SetViewportSizeAsync(width, 800);
            foreach (var scheme in s_schemes)
            {
                await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                var look = $"{name}-{scheme.ToString().ToLowerInvariant()}-{width.ToString(CultureInfo.InvariantCulture)}";
                await Screens.TakeAsync(page, look);
                var check = await PageCheck.OfAsync(page);
                TestContext.Out.WriteLine($"{look}: contrast {check.LowestContrast:F2}, target {check.SmallestTarget:F0}");
                Assert.That(check.Faults, Is.Empty, look);
            }
        }
    }
}
