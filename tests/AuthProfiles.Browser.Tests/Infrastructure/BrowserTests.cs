using AuthProfiles.Testing;

namespace AuthProfiles.Browser.Tests.Infrastructure;

/// <summary>Walks the pages of an application by a real browser. Each test has an application, a provider and a directory of its own.</summary>
[NonParallelizable]
[Category("Browser")]
public abstract class BrowserTests
{
    private readonly List<IBrowserContext> _contexts = [];
    private DirectoryInfo? _directory;

    private protected IBrowser Browser { get; private set; } = null!;

    private protected MovedClock Clock { get; private set; } = null!;

    private protected Provider Provider { get; private set; } = null!;

    private protected WebHost Host { get; private set; } = null!;

    [SetUp]
    public async Task BeginAsync()
    {
        Browser = await Chromium.RequireAsync();
        _directory = Directory.CreateTempSubdirectory("authprofiles-browser-");
        Clock = new();
        Provider = await Provider.StartAsync(Clock);
        Host = await StartHostAsync(port: 0);
    }

    [TearDown]
    public async Task EndAsync()
    {
        foreach (var context in _contexts)
        {
            await context.DisposeAsync();
        }

        _contexts.Clear();
        await (Host?.DisposeAsync() ?? default);
        await (Provider?.DisposeAsync() ?? default);
        _directory?.Delete(recursive: true);
        _directory = null;
    }

    /// <summary>Gets the profiles of the application.</summary>
    private protected virtual void AddProfiles(AuthProfilesBuilder profiles) => LocalProfiles.Add(profiles, Provider);

    /// <summary>Ends the application, and starts it again at the same address with what is on its disk.</summary>
    private protected async Task RestartAsync()
    {
        var port = Host.Address.Port;
        await Host.DisposeAsync();
        Host = await StartHostAsync(port);
    }

    /// <summary>Gives a user a browser of their own, in which they are signed in.</summary>
    private protected async Task<IPage> SignInAsync(string user, BrowserNewContextOptions? options = null)
    {
        var context = await Browser.NewContextAsync(options);
        context.SetDefaultTimeout(20_000);
        _contexts.Add(context);
        var page = await context.NewPageAsync();
        await page.GotoAsync(At($"/sign-in/{user}"));
        return page;
    }

    private protected string At(string path) => new Uri(Host.Address, path).AbsoluteUri;

    private Task<WebHost> StartHostAsync(int port) => WebHost.StartAsync(AddProfiles, _directory!.FullName, Clock, port);
}
