namespace AuthProfiles.Browser.Tests.Infrastructure;

/// <summary>Pictures of the pages for people to look at, beside the tests: <c>screens/</c>.</summary>
internal static class Screens
{
    public static Task TakeAsync(IPage page, string name) => page.ScreenshotAsync(new()
    {
        Path = Path.Combine(TestContext.CurrentContext.WorkDirectory, "screens", name + ".png"),
        FullPage = true,
    });
}
