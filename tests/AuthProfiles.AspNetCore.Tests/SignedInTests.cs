using AuthProfiles.AspNetCore.Tests.Infrastructure;
using AuthProfiles.AzureOpenAI;
using AuthProfiles.Zendesk;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.AspNetCore.Tests;

/// <summary>Clients and connectors that act for whoever is signed in (I7).</summary>
[TestFixture]
public sealed class SignedInTests
{
    [Test]
    public async Task Two_users_at_once_are_never_mixed_up()
    {
        await using var web = await WebTest.StartAsync();
        var users = new[] { web.Open(), web.Open("ben"), web.Open("mia@acme") };
        for (var i = 0; i < users.Length; i++)
        {
            web.Provider.SignIn($"account-{i}");
            using var sent = await users[i].PostAsync("/connections/calendar/connect");
            using var back = await users[i].GetAsync((await web.Provider.ConsentAsync(sent.Headers.Location!)).AbsoluteUri);
        }

        var answers = await Task.WhenAll(Enumerable.Range(0, 150).Select(async i => (i % 3, Answer: await Task.Run(() => users[i % 3].ReadAsync("/week")))));

        Assert.That(answers, Has.All.Matches<(int User, string Answer)>(static answer => answer.Answer == $"account-{answer.User}"));
    }

    [Test]
    public async Task Outside_of_a_web_request_nothing_is_sent()
    {
        await using var web = await WebTest.StartAsync();
        var client = web.Services.GetRequiredService<IHttpClientFactory>().CreateClient("calendar");

        var error = await Assert.CatchAsync<AuthorizationException>(() => client.GetAsync("week"));

        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.UnknownConnection));
        Assert.That(error.Message, Does.Contain("no web request").And.Contain(".For(user:"));
        Assert.That(web.Service.Calls, Is.Empty);
    }

    [Test]
    public async Task Where_nobody_is_signed_in_nothing_is_sent()
    {
        AuthorizationException? seen = null;
        await using var web = await WebTest.StartAsync(pages: app => app.MapGet("/try", async (IHttpClientFactory clients) =>
        {
            seen = await Assert.CatchAsync<AuthorizationException>(() => clients.CreateClient("calendar").GetAsync("week"));
        }));

        using var answer = await web.Open(user: null).GetAsync("/try");

        Assert.That(seen?.Kind, Is.EqualTo(AuthorizationErrorKind.UnknownConnection));
        Assert.That(seen!.Message, Does.Contain("nobody is signed in"));
        Assert.That(web.Service.Calls, Is.Empty);
    }

    [Test]
    public async Task A_named_user_goes_before_the_signed_in_one()
    {
        await using var web = await WebTest.StartAsync(pages: static app =>
        {
            app.MapGet("/view", static (IHttpClientFactory clients) => clients.CreateClient("calendar").For(user: "ben").GetStringAsync("week"));
            app.MapGet("/request", static async (IHttpClientFactory clients) =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "week").For(user: "ben");
                using var answer = await clients.CreateClient("calendar").SendAsync(request);
                return await answer.Content.ReadAsStringAsync();
            });
        });
        var (mia, ben) = (web.Open(), web.Open("ben"));
        await web.ConnectAsync(mia);
        await web.ConnectAsync(ben);

        Assert.That(await mia.ReadAsync("/view"), Is.EqualTo("ben"));
        Assert.That(await mia.ReadAsync("/request"), Is.EqualTo("ben"));
        Assert.That(await mia.ReadAsync("/week"), Is.EqualTo("mia"));

        // A job names the user.
        var client = web.Services.GetRequiredService<IHttpClientFactory>().CreateClient("calendar");
        Assert.That(await client.For(user: "mia").GetStringAsync("week"), Is.EqualTo("mia"));
    }

    [Test]
    public async Task Both_connectors_act_for_the_signed_in_user()
    {
        await using var web = await WebTest.StartAsync(
            more: static builder =>
            {
                builder.Services.AddAuthProfiles()
                    .AddAuthorizationCode("zendesk-users", static o =>
                    {
                        o.Provider = OAuthProviders.Zendesk;
                        o.Scope["scope"] = "read";
                    })
                    .AddAuthorizationCode("openai-users", static o =>
                    {
                        o.BaseUrl = "https://contoso.openai.azure.com/";
                        o.Provider = OAuthProviders.EntraIdDelegated;
                        o.Scope["scope"] = "https://cognitiveservices.azure.com/user_impersonation";
                    });
                builder.Services.AddZendesk("support", "zendesk-users").ForSignedInUser();

                // The builder stays what it is, so that more can be added behind it.
                AzureOpenAIBuilder assistant = builder.Services.AddAzureOpenAI("assistant", "openai-users", static o => o.ChatDeployment = "gpt-4o-mini").ForSignedInUser();
                Assert.That(assistant.Name, Is.EqualTo("assistant"));
            },
            pages: static app =>
            {
                app.MapGet("/ticket", static async (ZendeskClient zendesk) => (await zendesk.Tickets.GetAsync(1)).Subject);
                app.MapGet("/ask", static async (AzureOpenAIClient assistant) => (await assistant.CompleteChatAsync(new("Hello"))).Text);
            });
        web.Local.Zendesk.Tickets.Add("The printer is on fire");
        web.Local.AzureOpenAI.Answer("Hi");
        var mia = web.Open("mia@acme");
        foreach (var profile in new[] { "zendesk-users", "openai-users" })
        {
            using var sent = await mia.PostAsync($"/connections/{profile}/connect");
            using var back = await mia.GetAsync((await web.ConsentAtAsync(mia, sent.Headers.Location!)).AbsoluteUri);
        }

        Assert.That(await mia.ReadAsync("/ticket"), Is.EqualTo("The printer is on fire"));
        Assert.That(await mia.ReadAsync("/ask"), Is.EqualTo("Hi"));
        using var left = await web.Open("ben@acme").GetAsync("/ask");
        Assert.That(left.Headers.Location?.Host, Is.EqualTo("login.microsoftonline.com"));
    }

    [Test]
    public async Task A_signed_in_user_without_a_name_is_an_error_that_says_so()
    {
        var context = new DefaultHttpContext { User = new(new System.Security.Claims.ClaimsIdentity([], "test")) };
        var users = new ServiceCollection().AddAuthProfiles().AddSignedInUsers().Services;
        await using var provider = users.BuildServiceProvider();

        var error = Assert.Catch<AuthorizationException>(() => provider.GetRequiredService<ISignedInUser>().Find(context));

        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.Configuration));
        Assert.That(error.Message, Does.Contain("sub").And.Contain("ISignedInUser"));
    }

    [Test]
    public async Task A_host_that_gives_no_name_of_a_user_gets_at_nobody_elses_connection([Values(null, "")] string? name)
    {
        await using var web = await WebTest.StartAsync(more: builder => builder.Services.AddSingleton<ISignedInUser>(new Nameless(name)));
        var own = new Connection { Key = new("calendar"), State = ConnectionState.Active };
        Assert.That(await web.Services.GetRequiredService<IConnectionStore>().TryWriteAsync(own, expectedVersion: 0), Is.Not.Null);

        foreach (var address in new[] { "/week", "/connections", "/connections/calendar" })
        {
            var error = await Assert.CatchAsync<AuthorizationException>(() => web.Open().GetAsync(address));
            Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.Configuration));
            Assert.That(error.Message, Does.Contain(nameof(Nameless)));
        }

        Assert.That(web.Service.Calls, Is.Empty);
    }

    [TestCase("sub", "mia", true, "mia")]
    [TestCase(System.Security.Claims.ClaimTypes.NameIdentifier, "mia", true, "mia")]
    [TestCase(System.Security.Claims.ClaimTypes.NameIdentifier, "mia", false, null)]
    public async Task Users_are_known_by_their_claims(string claim, string value, bool isAuthenticated, string? expected)
    {
        var context = new DefaultHttpContext { User = new(new System.Security.Claims.ClaimsIdentity([new(claim, value)], isAuthenticated ? "test" : null)) };
        await using var provider = new ServiceCollection().AddAuthProfiles().AddSignedInUsers().Services.BuildServiceProvider();

        Assert.That(provider.GetRequiredService<ISignedInUser>().Find(context), expected is null ? Is.Null : Is.EqualTo(((string?)null, expected)));
    }

    private sealed class Nameless(string? name) : ISignedInUser
    {
        public (string? Tenant, string User)? Find(HttpContext context) => (null, name!);
    }
}
