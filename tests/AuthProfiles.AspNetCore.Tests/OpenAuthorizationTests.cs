using System.Net;
using AuthProfiles.AspNetCore.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.AspNetCore.Tests;

/// <summary>What is known to go wrong with consent on the web, row by row. OA-7 to OA-10 have more in the fixtures beside, and the callbacks are in <see cref="CallbackTests"/>.</summary>
[TestFixture]
public sealed class OpenAuthorizationTests
{
    [Test]
    public async Task OA_1_a_state_is_long_random_and_ones_own()
    {
        await using var web = await WebTest.StartAsync();
        var (mia, ben) = (web.Open(), web.Open("ben"));
        var states = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < 20; i++)
        {
            using var sent = await mia.PostAsync("/connections/calendar/connect");
            states.Add(Query(sent.Headers.Location!)["state"]);
        }

        Assert.That(states, Has.Count.EqualTo(20));
        Assert.That(states, Has.All.Matches<string>(static state => state?.Length >= 43));

        using var foreign = await ben.GetAsync((await web.ConsentAsync(mia)).AbsoluteUri);
        Assert.That(foreign.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(web.Provider.TokenRequests, Is.Zero);
    }

    [Test]
    public async Task OA_2_a_flood_of_one_user_drops_that_users_oldest_and_nobody_elses()
    {
        await using var web = await WebTest.StartAsync();
        var (mia, ben) = (web.Open(), web.Open("ben"));
        var bens = await web.ConsentAsync(ben);
        var oldest = await web.ConsentAsync(mia);
        for (var i = 0; i < 12; i++)
        {
            using var left = await mia.GetAsync("/week");
            Assert.That(left.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
        }

        using var dropped = await mia.GetAsync(oldest.AbsoluteUri);
        using var kept = await ben.GetAsync(bens.AbsoluteUri);

        Assert.That((dropped.StatusCode, kept.StatusCode), Is.EqualTo((HttpStatusCode.BadRequest, HttpStatusCode.SeeOther)));
    }

    [Test]
    public async Task OA_3_every_consent_has_a_challenge_and_its_code_a_verifier()
    {
        await using var web = await WebTest.StartAsync();
        var mia = web.Open();
        using var sent = await mia.PostAsync("/connections/calendar/connect");
        var asked = Query(sent.Headers.Location!);

        using var back = await mia.GetAsync((await web.ConsentAtAsync(mia, sent.Headers.Location!)).AbsoluteUri);

        Assert.That(asked["code_challenge_method"], Is.EqualTo("S256"));
        Assert.That(asked["code_challenge"], Has.Length.EqualTo(43));
        Assert.That(back.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther), "The server checks the verifier.");
    }

    [Test]
    public async Task OA_4_each_profile_has_a_callback_of_its_own_and_a_code_goes_to_the_token_endpoint_of_its_consent()
    {
        await using var web = await WebTest.StartAsync(more: static builder => builder.Services.AddAuthProfiles().AddAuthorizationCode("mail", static o =>
        {
            o.BaseUrl = "https://api.mail.example/";
            o.AuthorizationUrl = "https://login.mail.example/authorize";
            o.TokenUrl = "https://login.mail.example/token";
        }));
        var mia = web.Open();
        var (calendar, mail) = (await web.ConsentAsync(mia), await web.ConsentAsync(mia, "mail"));
        Assert.That(mail.AbsolutePath, Is.Not.EqualTo(calendar.AbsolutePath));

        // What the one provider answers is carried to the callback of the other.
        using var mixed = await mia.GetAsync($"{mail.GetLeftPart(UriPartial.Path)}{calendar.Query}");
        Assert.That(mixed.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(web.Provider.TokenRequests, Is.Zero);

        using var back = await mia.GetAsync(mail.AbsoluteUri);
        Assert.That(web.Provider.Requests.Where(static request => request.Method == HttpMethod.Post).Select(static request => request.Uri.Host), Is.EqualTo(new[] { "login.mail.example" }));
    }

    [Test]
    public async Task OA_5_the_redirect_uri_is_the_callback_byte_for_byte_and_the_same_at_the_exchange()
    {
        await using var web = await WebTest.StartAsync();
        var mia = web.Open();
        using var sent = await mia.PostAsync("/connections/calendar/connect");

        using var back = await mia.GetAsync((await web.ConsentAtAsync(mia, sent.Headers.Location!)).AbsoluteUri);

        Assert.That(Query(sent.Headers.Location!)["redirect_uri"], Is.EqualTo(WebTest.Callback));
        Assert.That(web.Provider.Requests.Single(static request => request.Method == HttpMethod.Post).Body, Does.Contain($"redirect_uri={Uri.EscapeDataString(WebTest.Callback)}").Or.Contain(WebTest.Callback));
        Assert.That(back.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
    }

    [Test]
    public async Task OA_5_an_address_that_the_profile_has_registered_goes_before_the_requests_own()
    {
        await using var web = await WebTest.StartAsync(static o => o.RedirectUri = "https://public.example/connections/calendar/callback");
        var mia = web.Open();
        using var sent = await mia.PostAsync("/connections/calendar/connect");
        Assert.That(Query(sent.Headers.Location!)["redirect_uri"], Is.EqualTo("https://public.example/connections/calendar/callback"));
        var callback = await web.ConsentAtAsync(mia, sent.Headers.Location!);

        // A proxy that does not say the public address is found out.
        using var inner = await mia.GetAsync($"{WebTest.Callback}{callback.Query}");

        Assert.That(inner.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(web.Provider.TokenRequests, Is.Zero);
    }

    [Test]
    public async Task OA_6_loading_the_callback_again_says_so_and_redeems_nothing()
    {
        await using var web = await WebTest.StartAsync();
        var mia = web.Open();
        var callback = (await web.ConsentAsync(mia)).AbsoluteUri;
        using var first = await mia.GetAsync(callback);

        using var again = await mia.GetAsync(callback);

        Assert.That(await again.Content.ReadAsStringAsync(), Does.Contain("completed already").And.Contain("Connected"));
        Assert.That(web.Provider.TokenRequests, Is.EqualTo(1));
    }

    [Test]
    public async Task OA_6_a_double_click_on_Connect_begins_two_consents_of_which_each_is_good_once()
    {
        await using var web = await WebTest.StartAsync();
        var mia = web.Open();
        var token = ("__RequestVerificationToken", await mia.TokenAsync());
        var sent = await Task.WhenAll(mia.PostRawAsync("/connections/calendar/connect", token), mia.PostRawAsync("/connections/calendar/connect", token));

        foreach (var answer in sent)
        {
            using (answer)
            {
                using var back = await mia.GetAsync((await web.ConsentAtAsync(mia, answer.Headers.Location!)).AbsoluteUri);
                Assert.That(back.StatusCode, Is.EqualTo(HttpStatusCode.SeeOther));
            }
        }

        Assert.That(await mia.ReadAsync("/week"), Is.EqualTo("mia"));
    }

    [Test]
    public async Task OA_9_a_form_that_gives_a_value_twice_gives_none()
    {
        await using var web = await WebTest.StartAsync(more: static builder => builder.Services.AddAuthProfiles().AddApiKey("weather", static o => o.BaseUrl = "https://api.weather.example/"));
        var mia = web.Open();

        using var answer = await mia.PostAsync("/connections/weather/connect", ("input.key", "one"), ("input.key", "two"));

        Assert.That(answer.StatusCode, Is.EqualTo(HttpStatusCode.BadRequest));
        Assert.That(await web.Connections.FindAsync("weather", user: "mia"), Is.Null);
    }

    [Test]
    public async Task OA_11_what_an_identity_token_claims_does_not_decide_whose_connection_it_is()
    {
        await using var web = await WebTest.StartAsync(static o => o.Scope["scope"] = "openid events.read");
        var mia = web.Open();
        using var sent = await mia.PostAsync("/connections/calendar/connect");
        web.Provider.SignIn("ben");

        using var back = await mia.GetAsync((await web.Provider.ConsentAsync(sent.Headers.Location!)).AbsoluteUri);

        // At the provider it is ben's account; here it is mia's connection.
        Assert.That((await web.Connections.FindAsync("calendar", user: "mia"))?.State, Is.EqualTo(ConnectionState.Active));
        Assert.That(await web.Connections.FindAsync("calendar", user: "ben"), Is.Null);
    }

    [Test]
    public async Task OA_12_a_token_endpoint_without_encryption_is_refused_at_start_up()
    {
        var error = await Assert.CatchAsync<AuthorizationException>(static () => WebTest.StartAsync(static o => o.TokenUrl = "http://login.calendar.example/token"));

        Assert.That(error!.Message, Does.Contain("TokenUrl"));
    }

    [Test]
    public async Task OA_12_a_token_endpoint_that_redirects_is_not_followed()
    {
        await using var web = await WebTest.StartAsync();
        var mia = web.Open();
        var callback = await web.ConsentAsync(mia);
        web.Provider.FailNext(HttpStatusCode.TemporaryRedirect, headers: [new("Location", "https://evil.example/token")]);

        using var answer = await mia.GetAsync(callback.AbsoluteUri);

        Assert.That((int)answer.StatusCode, Is.GreaterThanOrEqualTo(400));
        Assert.That(web.Provider.TokenRequests, Is.EqualTo(1));
        Assert.That(await web.Connections.FindAsync("calendar", user: "mia"), Is.Null);
    }

    private static Dictionary<string, string> Query(Uri address) => address.Query.TrimStart('?').Split('&')
        .Select(static pair => pair.Split('='))
        .ToDictionary(static pair => pair[0], static pair => WebUtility.UrlDecode(pair[1]), StringComparer.Ordinal);
}
