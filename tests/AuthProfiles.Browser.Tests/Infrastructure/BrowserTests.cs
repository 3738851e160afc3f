namespace AuthProfiles.Browser.Tests.Infrastructure;

/// <summary>Walks the pages of an application by a real browser. Each test has an application, a provider and a directory of its own.</summary>
public abstract class BrowserTests : BrowserFixture
{
    private protected MovedClock Clock { get; private set; } = null!;

    private protected Provider Provider { get; private set; } = null!;

    private protected WebHost Host { get; private set; } = null!;

    [SetUp]
    public async Task BeginAsync()
    {
        Clock = new();
        Provider = await Provider.StartAsync(Clock);
        Host = await StartHostAsync(port: 0);
    }

    [TearDown]
    public async Task EndAsync()
    {
        await (Host?.DisposeAsync() ?? default);
        await (Provider?.DisposeAsync() ?? default);
    }

    /// <summary>Adds the profiles of the application.</summary>
    private protected virtual void AddProfiles(AuthProfilesBuilder profiles) => LocalProfiles.Add(profiles, Provider);

    /// <summary>Ends the application, and starts it again at the same address with what is on its disk.</summary>
    private protected async Task RestartAsync()
    {
        var port = Host.Address.Port;
        await Host.DisposeAsync();
        Host = await StartHostAsync(port);
    }

    /// <summary>Gives a user a browser of their own, in which they are signed in and see their connections.</summary>
    private protected async Task<IPage> SignInAsync(string user, BrowserNewContextOptions? options = null)
    {
        var page = await NewUserAsync(options);
        await page.GotoAsync(At($"/sign-in/{user}"));
        return page;
    }

    private protected string At(string path) => new Uri(Host.Address, path).AbsoluteUri;

    private Task<WebHost> StartHostAsync(int port) => WebHost.StartAsync(AddProfiles, DataDirectory, Clock, port);
}
