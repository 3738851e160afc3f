namespace AuthProfiles.Browser.Tests.Infrastructure;

/// <summary>What a user does on the pages, found by what a screen reader says of it.</summary>
internal static class Walk
{
    public static ILocator Button(this IPage page, string name) => page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    public static ILocator State(this IPage page, string heading) =>
        page.GetByRole(AriaRole.Region, new() { Name = heading, Exact = true }).Locator(".state");

    /// <summary>Gives consent at the provider.</summary>
    public static async Task AllowAsync(this IPage page, string account)
    {
        await page.GetByLabel("Account").FillAsync(account);
        await page.Button("Allow").ClickAsync();
    }

    /// <summary>Connects the calendar, and is back on its page.</summary>
    public static async Task ConnectCalendarAsync(this IPage page, string account)
    {
        await page.Button("Connect Contoso Calendar").ClickAsync();
        await page.AllowAsync(account);
        await Assertions.Expect(page.State("Contoso Calendar")).ToHaveTextAsync($"Connected as {account}");
    }
}
