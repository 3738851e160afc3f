using System.Collections.Immutable;
using System.Text;

namespace AuthProfiles.Tests.OAuth;

[CancelAfter(30_000)]
internal sealed class RenewalTests
{
    private const string Rotated = """{"access_token":"new","token_type":"Bearer","expires_in":3600,"refresh_token":"rt-2"}""";
    private const string Kept = """{"access_token":"new","token_type":"Bearer","expires_in":3600}""";

    [Test]
    public async Task A_token_that_lives_is_used_without_a_call()
    {
        var server = new TokenServer(Rotated);

        var acquired = await ProfileCall.AcquireAsync(Profile(), server, ProfileCall.GrantOf());

        Assert.That(acquired.Credential.Fields.Single().Value.Reveal(), Is.EqualTo("Bearer old"));
        Assert.That(acquired.Grant, Is.Null, "nothing is new, so nothing is to be kept");
        Assert.That(server.Sent, Is.Empty);
    }

    [Test]
    public async Task A_connection_without_a_grant_asks_for_its_owner()
    {
        var error = await ProfileCall.RefusalAsync(Profile(), new TokenServer(Rotated));

        Assert.That(error, Is.TypeOf<AuthorizationRequiredException>());
    }

    [Test]
    public async Task A_token_that_was_refused_is_replaced_though_it_would_live()
    {
        var acquired = await ProfileCall.AcquireAsync(Profile(), new TokenServer(Rotated), ProfileCall.GrantOf(), isRenewal: true);

        Assert.That(acquired.Credential.Fields.Single().Value.Reveal(), Is.EqualTo("Bearer new"));
    }

    [TestCase(Rotated, "rt-2")]
    [TestCase(Kept, "rt-1")]
    [TestCase("""{"access_token":"new","refresh_token":""}""", "rt-1")]
    [TestCase("""{"access_token":"new","refresh_token":null}""", "rt-1")]
    public async Task _6749_21_A_new_refresh_token_replaces_the_old_one_which_stays_where_none_comes(string answer, string expected)
    {
        var server = new TokenServer(answer);

        var acquired = await ProfileCall.AcquireAsync(Profile(), server, ProfileCall.GrantOf(age: TimeSpan.FromHours(2)));

        Assert.That(server.Sent.Single().Form()["refresh_token"], Is.EqualTo("rt-1"));
        Assert.That(acquired.Grant!.RefreshToken!.Reveal(), Is.EqualTo(expected));
    }

    [Test]
    public void _6749_22_A_renewal_that_would_ask_for_more_than_was_granted_is_refused_when_the_profile_is_made()
    {
        var error = Assert.Catch<AuthorizationException>(() => Profile(o => (o.Scope["scope"], o.RefreshParameters["scope"]) = ("read", "read write")))!;

        Assert.That(error.Message, Does.Contain("RefreshParameters").And.Contain("section 6"));
    }

    [TestCase("two words")]
    [TestCase("two,parts")]
    public async Task A_token_that_its_header_can_not_hold_is_refused_and_costs_no_refresh_token(string token)
    {
        using var client = new HttpMessageInvoker(new TokenServer($$"""{"access_token":"{{token}}","token_type":"Bearer","refresh_token":"rt-2"}"""));
        var (profile, clock) = (Profile(), TimeProvider.System);
        var request = ProfileCall.RequestFor(profile, client, clock, ProfileCall.GrantOf(), isRenewal: true);

        var error = await Assert.CatchAsync<AuthorizationException>(() => profile.AcquireAsync(request, default).AsTask());

        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.InvalidToken));
        Assert.That(error.Message, Does.Contain("RFC 6750").And.Not.Contain(token));
        Assert.That(request.Notes.RefreshToken!.Reveal(), Is.EqualTo("rt-2"));
    }

    [Test]
    public async Task _6749_22_A_renewal_asks_for_a_part_of_the_scope_or_for_none()
    {
        var (none, part) = (new TokenServer(Rotated), new TokenServer(Rotated));

        await ProfileCall.AcquireAsync(Profile(o => o.Scope["scope"] = "read write"), none, ProfileCall.GrantOf(), isRenewal: true);
        await ProfileCall.AcquireAsync(Profile(o => (o.Scope["scope"], o.RefreshParameters["scope"]) = ("read write", "read")), part, ProfileCall.GrantOf(), isRenewal: true);

        Assert.That(none.Sent.Single().Form(), Does.Not.ContainKey("scope"));
        Assert.That(part.Sent.Single().Form()["scope"], Is.EqualTo("read"));
    }

    [Test]
    public async Task _6749_23_A_confidential_client_says_who_it_is_on_renewal_too()
    {
        var server = new TokenServer(Rotated);

        await ProfileCall.AcquireAsync(Profile(), server, ProfileCall.GrantOf(), isRenewal: true);

        Assert.That(server.Sent.Single().Authorization, Is.EqualTo("Basic " + Convert.ToBase64String(Encoding.ASCII.GetBytes("id:s3cret"))));
    }

    [Test]
    public async Task A_renewal_goes_to_the_address_of_renewals_with_its_own_parameters()
    {
        var server = new TokenServer(Rotated);

        await ProfileCall.AcquireAsync(
            Profile(o => (o.RefreshUrl, o.TokenParameters["first"], o.RefreshParameters["next"]) = ("https://login.example/refresh", "1", "2")), server, ProfileCall.GrantOf(), isRenewal: true);

        Assert.That(server.Sent.Single().Address, Is.EqualTo(new Uri("https://login.example/refresh")));
        Assert.That(server.Sent.Single().Form(), Does.ContainKey("next").And.Not.ContainKey("first"));
    }

    [Test]
    public async Task A_grant_that_the_provider_no_longer_knows_asks_for_its_owner()
    {
        var error = await ProfileCall.RefusalAsync(Profile(), new TokenServer("""{"error":"invalid_grant"}"""), ProfileCall.GrantOf(), isRenewal: true);

        Assert.That(error, Is.TypeOf<AuthorizationRequiredException>());
        Assert.That(error.ErrorCode, Is.EqualTo("invalid_grant"));
        Assert.That(error.IsTransient, Is.False);
    }

    [Test]
    public async Task A_grant_without_a_refresh_token_asks_for_its_owner_when_it_has_ended()
    {
        var server = new TokenServer(Rotated);

        var error = await ProfileCall.RefusalAsync(Profile(), server, ProfileCall.GrantOf(refreshToken: null, age: TimeSpan.FromHours(2)));

        Assert.That(error, Is.TypeOf<AuthorizationRequiredException>());
        Assert.That(server.Sent, Is.Empty);
    }

    [Test]
    public async Task _9700_12_A_refresh_token_goes_to_no_other_provider_than_its_own()
    {
        var server = new TokenServer(Rotated);

        var error = await ProfileCall.RefusalAsync(Profile(o => o.TokenUrl = "https://other.example/token"), server, ProfileCall.GrantOf(), isRenewal: true);

        Assert.That(error, Is.TypeOf<AuthorizationRequiredException>());
        Assert.That(server.Sent, Is.Empty);
    }

    [Test]
    public async Task Where_the_provider_exchanges_the_access_token_it_is_read_and_sent_in_the_place_of_the_refresh_token()
    {
        var server = new TokenServer(Kept);
        var provider = new OAuthProvider("Odd")
        {
            RefreshGrantType = "th_refresh_token",
            ParameterNames = ImmutableDictionary<string, string>.Empty.Add("refresh_token", "access_token"),
            Answer = new() { RefreshToken = "/access_token" },
        };

        var acquired = await ProfileCall.AcquireAsync(Profile(o => o.Provider = provider), server, ProfileCall.GrantOf(refreshToken: "old"), isRenewal: true);

        Assert.That(server.Sent.Single().Form(), Is.SupersetOf(new Dictionary<string, string> { ["grant_type"] = "th_refresh_token", ["access_token"] = "old" }));
        Assert.That(acquired.Grant!.RefreshToken!.Reveal(), Is.EqualTo("new"));
    }

    [Test]
    public async Task The_token_goes_where_an_authorization_field_says()
    {
        var profile = Profile(o => o.AuthorizationFields.Add(AuthorizationField.Header("X-Shop-Token", "{{accessToken}}")));

        var acquired = await ProfileCall.AcquireAsync(profile, new TokenServer(Rotated), ProfileCall.GrantOf());

        var field = acquired.Credential.Fields.Single();
        Assert.That((field.Key, field.Value.Reveal()), Is.EqualTo(("X-Shop-Token", "old")));
    }

    [Test]
    public void No_address_can_name_the_token()
    {
        var error = Assert.Catch<AuthorizationException>(() => Profile(o => o.BaseUrl = "https://api.example/{{accessToken}}/"))!;

        Assert.That(error.Message, Does.Contain("BaseUrl").And.Contain("accessToken"));
    }

    private static AuthorizationCodeProfile Profile(Action<AuthorizationCodeOptions>? configure = null)
    {
        var options = new AuthorizationCodeOptions
        {
            AuthorizationUrl = "https://login.example/authorize",
            TokenUrl = "https://login.example/token",
            ClientId = "id",
            ClientSecret = "s3cret",
        };
        configure?.Invoke(options);
        return new("calendar", options);
    }
}
