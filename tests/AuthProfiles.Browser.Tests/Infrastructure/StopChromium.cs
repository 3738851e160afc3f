namespace AuthProfiles.Browser.Tests;

/// <summary>Ends the browser after the last test.</summary>
[SetUpFixture]
public sealed class StopChromium
{
    [OneTimeTearDown]
    public Task StopAsync() => Infrastructure.Chromium.StopAsync();
}
