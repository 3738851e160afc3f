using AuthProfiles.Browser.Tests.Infrastructure;

namespace AuthProfiles.Browser.Tests;

/// <summary>Connecting by values of one's own.</summary>
public sealed class InputTests : BrowserTests
{
    private const string Weather = "Contoso Weather";

    [Test]
    public async Task A_key_is_asked_for_by_its_name_with_a_hint_and_a_pattern()
    {
        var page = await SignInAsync("mia");

        var key = Key(page);

        await Assertions.Expect(key).ToHaveAttributeAsync("type", "password");
        await Assertions.Expect(key).ToHaveAttributeAsync("required", string.Empty);
        await Assertions.Expect(key).ToHaveAccessibleDescriptionAsync("Contoso Weather shows it under Account, Keys.");
        Assert.That(await FaultAsync(key), Is.EqualTo("valueMissing"));
        await key.FillAsync("no key");
        Assert.That(await FaultAsync(key), Is.EqualTo("patternMismatch"));
        await page.Button($"Connect {Weather}").ClickAsync();
        Assert.That(page.Url, Is.EqualTo(At("/connections")), "the form was sent with a value that does not fit");
    }

    [Test]
    public async Task A_key_that_fits_connects_and_is_never_shown_again()
    {
        var page = await SignInAsync("mia");

        await Key(page).FillAsync(Provider.WeatherKey);
        await page.Button($"Connect {Weather}").ClickAsync();

        await Assertions.Expect(page.State(Weather)).ToHaveTextAsync("Connected");
        await page.Button($"Test {Weather}").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Response" })).ToContainTextAsync("sunny");
        await Assertions.Expect(page.GetByRole(AriaRole.Region, new() { Name = "Headers" })).ToContainTextAsync("x-api-key: [redacted]");
        Assert.That(await page.ContentAsync(), Does.Not.Contain(Provider.WeatherKey));
    }

    [Test]
    public async Task A_key_that_the_service_refuses_is_not_kept_and_may_be_given_again()
    {
        var page = await SignInAsync("mia");
        await Key(page).FillAsync("k-99999999");

        await page.Button($"Connect {Weather}").ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("does not accept");
        await Assertions.Expect(page.State(Weather)).ToHaveTextAsync("Not connected");
        await Key(page).FillAsync(Provider.WeatherKey);
        await page.Button($"Connect {Weather}").ClickAsync();
        await Assertions.Expect(page.State(Weather)).ToHaveTextAsync("Connected");
    }

    [Test]
    public async Task Another_key_replaces_the_one_that_is_connected_only_if_it_is_good()
    {
        var page = await SignInAsync("mia");
        await Key(page).FillAsync(Provider.WeatherKey);
        await page.Button($"Connect {Weather}").ClickAsync();
        await Assertions.Expect(Key(page)).ToBeHiddenAsync();

        await page.GetByText("Connect with other values").ClickAsync();
        await Key(page).FillAsync("k-99999999");
        await page.Button($"Connect again {Weather}").ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("does not accept");
        await Assertions.Expect(page.State(Weather)).ToHaveTextAsync("Connected");
        await Assertions.Expect(Key(page)).ToBeVisibleAsync();
    }

    private static ILocator Key(IPage page) => page.GetByLabel("API key", new() { Exact = true });

    private static Task<string> FaultAsync(ILocator input) =>
        input.EvaluateAsync<string>("input => ['valueMissing', 'patternMismatch'].find(fault => input.validity[fault]) ?? 'none'");
}
