using System.Net;
using AuthProfiles.AspNetCore.Tests.Infrastructure;

namespace AuthProfiles.AspNetCore.Tests;

[TestFixture]
public sealed class WalkTests
{
    [Test]
    public async Task A_user_connects_calls_the_service_and_disconnects()
    {
        await using var web = await WebTest.StartAsync();
        var mia = web.Open();
        Assert.That(await mia.ReadAsync("/connections"), Does.Contain("Not connected"));

        var callback = await web.ConsentAsync(mia);
        Assert.That(callback.AbsoluteUri, Does.StartWith(WebTest.Callback + "?"));
        using var back = await mia.GetAsync(callback.AbsoluteUri);
        Assert.That(back.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That(back.Headers.Location, Is.EqualTo(new Uri("/connections/calendar", UriKind.Relative)));

        Assert.That(await mia.ReadAsync("/connections/calendar"), Does.Contain("Connected").And.Contain("events.read"));
        Assert.That(await mia.ReadAsync("/week"), Is.EqualTo("mia"));

        using var gone = await mia.PostAsync("/connections/calendar/disconnect");
        Assert.That(gone.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That(await mia.ReadAsync("/connections"), Does.Contain("Not connected"));
        using var refused = await mia.GetAsync("/week");
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That(web.Provider.CountTokenRequests("authorization_code"), Is.EqualTo(1));
    }
}
