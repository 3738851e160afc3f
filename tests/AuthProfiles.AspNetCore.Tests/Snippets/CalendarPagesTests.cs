using System.Net;
using AuthProfiles;
using AuthProfiles.AspNetCore.Tests.Infrastructure;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace Snippets;

/// <summary>The snippet of the first page, as a host that has its own authentication runs it.</summary>
[TestFixture]
public sealed class CalendarPagesTests
{
    [Test]
    public async Task A_page_sends_its_user_to_consent_and_is_shown_when_they_come_back()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseTestServer();
        builder.Services.AddAuthorization().AddAuthentication(HeaderAuthentication.Name).AddScheme<AuthenticationSchemeOptions, HeaderAuthentication>(HeaderAuthentication.Name, static _ => { });
        using var api = new MockHttpMessageHandler();
        api.When("https://api.calendar.example/week").Respond("application/json", "{\"number\":7}");
        builder.Services.AddHttpClient<CalendarPages.CalendarClient>().ConfigurePrimaryHttpMessageHandler(() => api);
        await using var local = builder.Services.UseLocalServices();
        await using var app = CalendarPages.Build(builder);
        app.MapGet("/", static async (CalendarPages.CalendarClient calendar) => $"Week {(await calendar.WeekAsync())?.Number}");
        await app.StartAsync();
        using var mia = new Browser(app.GetTestServer().CreateHandler(), "mia");

        using var left = await mia.GetAsync("/");
        local.AuthorizationServer.SignIn("mia");
        using var back = await mia.GetAsync((await local.AuthorizationServer.ConsentAsync(left.Headers.Location!)).AbsoluteUri);

        Assert.That(back.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        Assert.That(await mia.ReadAsync(back.Headers.GetValues("Location").Single()), Is.EqualTo("Week 7"));
        Assert.That(await mia.ReadAsync("/connections"), Does.Contain("Connected"));
    }
}
