using AuthProfiles.Browser.Tests.Infrastructure;

namespace AuthProfiles.Browser.Tests;

/// <summary>The walk without a mouse.</summary>
public sealed class KeyboardTests : BrowserTests
{
    [Test]
    public async Task The_order_of_the_focus_is_the_order_of_reading_and_the_focus_is_seen()
    {
        var page = await SignInAsync("mia");
        var names = new List<string>();

        for (var stop = 0; stop < 4; stop++)
        {
            await page.Keyboard.PressAsync("Tab");
            names.Add(await page.EvaluateAsync<string>("() => (document.activeElement.labels?.[0]?.textContent ?? document.activeElement.textContent).trim()"));
            Assert.That(await OutlineAsync(page), Is.GreaterThanOrEqualTo(2), $"{names[^1]} does not show that it has the focus");
        }

        Assert.That(names, Is.EqualTo(["Connect Contoso Calendar", "API key", "Second API key (optional)", "Connect Contoso Weather"]));
    }

    [Test]
    public async Task A_user_connects_tests_and_disconnects_by_keys_alone()
    {
        var page = await SignInAsync("mia");

        await PressAsync(page, "Connect Contoso Calendar", "Enter");
        await page.GetByLabel("Account").PressSequentiallyAsync("mia@contoso.example");
        await PressAsync(page, "Allow", "Space");
        await Assertions.Expect(page.State("Contoso Calendar")).ToHaveTextAsync("Connected as mia@contoso.example");
        await PressAsync(page, "Test Contoso Calendar", "Space");
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The test succeeded" })).ToBeFocusedAsync();
        await PressAsync(page, "Headers", "Enter");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Headers" })).ToBeHiddenAsync();
        await page.Keyboard.PressAsync("Control+Home");
        await PressAsync(page, "Disconnect Contoso Calendar", "Enter", "Shift+Tab");

        await Assertions.Expect(page.State("Contoso Calendar")).ToHaveTextAsync("Not connected");
    }

    [Test]
    public async Task What_went_wrong_has_the_focus()
    {
        var page = await SignInAsync("mia");
        await page.Button("Connect Contoso Calendar").ClickAsync();

        await page.Button("Deny").ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToBeFocusedAsync();
        await Assertions.Expect(page).ToHaveTitleAsync("Not done: Contoso Calendar");
    }

    // Goes on until the focus is there.
    private static async Task PressAsync(IPage page, string name, string key, string step = "Tab")
    {
        for (var stop = 0; stop < 20; stop++)
        {
            await page.Keyboard.PressAsync(step);
            if (await page.EvaluateAsync<string>("() => document.activeElement.textContent.trim()") == name)
            {
                await page.Keyboard.PressAsync(key);
                return;
            }
        }

        Assert.Fail($"{name} is not reached by {step}.");
    }

    private static Task<double> OutlineAsync(IPage page) =>
        page.EvaluateAsync<double>("() => { const style = getComputedStyle(document.activeElement); return style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth); }");
}
