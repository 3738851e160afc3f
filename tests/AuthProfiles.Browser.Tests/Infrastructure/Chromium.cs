namespace AuthProfiles.Browser.Tests.Infrastructure;

/// <summary>The system's Chromium, without a window. It is started once and shared: each user has a context of their own in it.</summary>
internal static class Chromium
{
    private static readonly string[] s_places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static readonly SemaphoreSlim s_gate = new(1, 1);
    private static IPlaywright? s_playwright;
    private static IBrowser? s_browser;

    /// <summary>Returns the browser, or ignores the test that needs it.</summary>
    public static async Task<IBrowser> RequireAsync()
    {
        if (Array.Find(s_places, File.Exists) is not { } place)
        {
            Assert.Ignore($"There is no Chromium in {string.Join(", ", s_places)}, so no page is walked. CONTRIBUTING.md says how to install one.");
            throw new InvalidOperationException("Ignored.");
        }

        await s_gate.WaitAsync();
        try
        {
            s_playwright ??= await Playwright.CreateAsync();
            return s_browser ??= await s_playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = place,
                Args = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
                Timeout = 60_000,
            });
        }
        finally
        {
            s_gate.Release();
        }
    }

    public static async Task StopAsync()
    {
        if (s_browser is not null)
        {
            await s_browser.DisposeAsync();
        }

        s_playwright?.Dispose();
    }
}
