namespace AuthProfiles.Tests.Consent;

[TestFixture]
public sealed class CallbackAddressTests
{
    [TestCase("https://app.example", "https://app.example/")]
    [TestCase("https://app.example?from=calendar", "https://app.example/?from=calendar")]
    [TestCase("https://App.Example/cb", "https://app.example/cb")]
    [TestCase("https://app.example:443/cb", "https://app.example/cb")]
    [TestCase("https://app.example:443/cb", "https://app.example:443/cb")]
    [TestCase("https://app.example/zur\u00FCck", "https://app.example/zur%C3%BCck")]
    [TestCase("https://app.example/cb?to=\u00FC", "https://app.example/cb?to=%C3%BC")]
    [TestCase("https://b\u00FCcher.example/cb", "https://xn--bcher-kva.example/cb")]
    [TestCase("http://localhost:8400", "http://localhost:8400/")]
    [TestCase("com.example.app:/cb", "com.example.app:/cb")]
    public async Task Whoever_comes_back_as_browsers_write_the_address_is_let_in_and_the_provider_is_told_it_as_registered(string registered, string callback)
    {
        await using var calendar = new CalendarTest(o => o.RedirectUri = registered);
        var start = await calendar.StartAsync();

        await calendar.Connections.CompleteAsync(CalendarTest.Back(start, callback: callback), user: "mia");

        Assert.That(CalendarTest.Parameters(start.Address.AbsoluteUri)["redirect_uri"], Is.EqualTo(registered));
        Assert.That(CalendarTest.Parameters(calendar.TokenRequests.Single().Body!)["redirect_uri"], Is.EqualTo(registered));
    }

    [TestCase("https://App.Example/cb", "https://app.example/CB")]
    [TestCase("https://App.Example/cb", "https://APP.example/cb")]
    [TestCase("https://app.example", "https://app.example//")]
    [TestCase("https://app.example", "https://user@app.example/")]
    [TestCase("https://app.example:443/cb", "https://app.example:8443/cb")]
    [TestCase("https://app.example:443/cb", "http://app.example/cb")]
    [TestCase("https://app.example/cb", "https://app.example/cb#x")]
    [TestCase("https://app.example/zur\u00FCck", "https://app.example/zuruck")]
    public async Task Any_other_address_is_another_one(string registered, string callback)
    {
        await using var calendar = new CalendarTest(o => o.RedirectUri = registered);
        var start = await calendar.StartAsync();

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.Connections.CompleteAsync(CalendarTest.Back(start, callback: callback), user: "mia"));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.CallbackRefused));
        Assert.That(calendar.TokenRequests, Is.Empty);
    }

    [Test]
    public async Task A_part_of_an_address_is_refused_with_its_cure_and_the_consent_still_waits([Values("/connections/callback", "callback", "?x=1")] string part)
    {
        await using var calendar = new CalendarTest();
        var start = await calendar.StartAsync();
        var query = CalendarTest.Back(start).Query.TrimStart('?');

        var refused = await Assert.CatchAsync<AuthorizationException>(() => calendar.Connections.CompleteAsync(
            new($"{part}{(part.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}", UriKind.RelativeOrAbsolute), user: "mia"));

        Assert.That(refused!.Kind, Is.EqualTo(AuthorizationErrorKind.CallbackRefused));
        Assert.That(refused.Message, Does.Contain("Give the whole address").And.Not.Contain("Begin again"));
        await Assert.ThatAsync(() => calendar.Connections.CompleteAsync(CalendarTest.Back(start), user: "mia"), Throws.Nothing);
    }
}
