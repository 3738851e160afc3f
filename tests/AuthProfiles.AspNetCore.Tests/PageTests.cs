using System.Net;
using AuthProfiles.AspNetCore.Tests.Infrastructure;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AuthProfiles.AspNetCore.Tests;

[TestFixture]
public sealed class PageTests
{
    [Test]
    public async Task A_host_shows_its_own_page_instead()
    {
        await using var web = await WebTest.StartAsync(more: static builder => builder.Services.Replace(ServiceDescriptor.Singleton<IConnectionsPage, OwnPage>()));
        var mia = web.Open();

        var one = await mia.ReadAsync("/connections/calendar?returnUrl=/week");
        using var refused = await mia.GetAsync(WebTest.Callback);

        Assert.That(one, Is.EqualTo("calendar False /week /connections /connections/calendar/connect /connections/calendar/test /connections/calendar/disconnect __RequestVerificationToken"));
        Assert.That(refused.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(refused.Headers.GetValues("Referrer-Policy"), Is.EqualTo(new[] { "no-referrer" }));
    }

    [Test]
    public async Task Whose_app_it_is_and_what_it_asks_for_stands_on_the_page()
    {
        await using var web = await WebTest.StartAsync(static o => o.Description = "To see when you are free.");

        var page = WebUtility.HtmlDecode(await web.Open().ReadAsync("/connections/calendar"));

        Assert.That(page, Does.Contain("<dt>App</dt><dd>this application’s</dd>").And.Contain("<li>events.read</li>").And.Contain("To see when you are free."));
    }

    [Test]
    public async Task Fewer_scopes_than_asked_for_are_told_when_the_user_comes_back()
    {
        await using var web = await WebTest.StartAsync();
        var mia = web.Open();
        var callback = await web.ConsentAsync(mia, returnUrl: "/week");
        web.Provider.FailNext(HttpStatusCode.OK, """{"access_token":"at","token_type":"Bearer","expires_in":3600,"scope":"other"}""");

        using var back = await mia.GetAsync(callback.AbsoluteUri);

        Assert.That(back.StatusCode, Is.EqualTo(HttpStatusCode.OK));
        Assert.That(await back.Content.ReadAsStringAsync(), Does.Contain("Fewer scopes").And.Contain("href=\"/week\"").And.Contain("role=\"status\""));
    }

    [Test]
    public async Task What_is_authorized_on_another_device_has_no_button_that_can_not_work()
    {
        await using var web = await WebTest.StartAsync(more: static builder => builder.Services.AddAuthProfiles().AddDeviceCode("tv", static o =>
        {
            o.BaseUrl = "https://tv.example/";
            o.DeviceAuthorizationUrl = "https://login.tv.example/device";
            o.TokenUrl = "https://login.tv.example/token";
            o.ClientId = "tv-app";
        }));

        var page = await web.Open().ReadAsync("/connections");

        Assert.That(page, Does.Contain("tv").And.Contain("/connections/calendar/connect").And.Not.Contain("/connections/tv/connect"));
    }

    [Test]
    public async Task A_store_that_fails_is_said_and_not_taken_for_no_connection()
    {
        await using var web = await WebTest.StartAsync(more: static builder => builder.Services.AddSingleton<IConnectionStore, FailingStore>());
        var mia = web.Open();

        foreach (var address in new[] { "/connections", "/connections/calendar" })
        {
            using var answer = await mia.GetAsync(address);
            var page = await answer.Content.ReadAsStringAsync();

            Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.ServiceUnavailable));
            Assert.That(page, Does.Contain("role=\"alert\"").And.Not.Contain("Not connected").And.Not.Contain("nothing to connect").And.Not.Contain("canary"));
        }
    }

    [Test]
    public async Task Where_users_have_nothing_to_connect_the_page_says_so()
    {
        await using var web = await WebTest.StartAsync(static o => o.ConnectionMode = ConnectionMode.PreAuthorized);

        Assert.That(await web.Open().ReadAsync("/connections"), Does.Contain("There is nothing to connect."));
    }

    private sealed class OwnPage : IConnectionsPage
    {
        public Task WriteAsync(HttpContext context, ConnectionsView view)
        {
            var one = view.Connections.Count > 0 ? view.Connections[0] : null;
            return context.Response.WriteAsync($"{one?.Title} {one?.IsConnected} {view.ReturnUrl} {view.ListAddress} {one?.ConnectAddress} {one?.TestAddress} {one?.DisconnectAddress} {view.Antiforgery.FormFieldName}");
        }
    }

    private sealed class FailingStore : IConnectionStore
    {
        public ValueTask<StoredConnection?> ReadAsync(ConnectionKey key, CancellationToken cancellationToken = default) => throw new InvalidOperationException("canary");

        public ValueTask<long?> TryWriteAsync(Connection connection, long expectedVersion, CancellationToken cancellationToken = default) => throw new InvalidOperationException("canary");

        public ValueTask<bool> DeleteAsync(ConnectionKey key, CancellationToken cancellationToken = default) => throw new InvalidOperationException("canary");

        public IAsyncEnumerable<ConnectionKey> ListAsync(string profile, CancellationToken cancellationToken = default) => throw new InvalidOperationException("canary");

        public ValueTask<IRenewalLease?> TryLeaseAsync(ConnectionKey key, TimeSpan duration, CancellationToken cancellationToken = default) => throw new InvalidOperationException("canary");
    }
}
