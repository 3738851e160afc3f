using System.Collections.Immutable;
using AuthProfiles.LiveTests.Infrastructure;

namespace AuthProfiles.LiveTests;

/// <summary>What real providers make of a token answer, made of a good one.</summary>
public sealed class DepartureTests : IdpTests
{
    private static readonly string[] ExpiresIn = ["expires_in"];
    private static readonly string[] TokenType = ["token_type"];
    private static readonly string[] Noise = ["expires_in", "scope", "token_type"];

    public static IEnumerable<TestCaseData<object>> Usable()
    {
        yield return Case("the lifetime is a string", new { stringify = ExpiresIn });
        yield return Case("there is no lifetime", new { remove = ExpiresIn });
        yield return Case("there is no token type", new { remove = TokenType });
        yield return Case("there is nothing but the token", new { remove = Noise });
        yield return Case("the token type is in lower case", new { set = new { token_type = "bearer" } });
        yield return Case("the token type is in upper case", new { set = new { token_type = "BEARER" } });
        yield return Case("the lifetime is a fraction", new { set = new { expires_in = 3599.5 } });
        yield return Case("the lifetime is null", new { set = new { expires_in = (string?)null } });
        yield return Case("it is 201", new { status = 201 });
        yield return Case("it has members that nobody knows", new { set = new { ok = true, ext = new { deep = new[] { 1, 2 } }, account_id = 7 } });
    }

    public static IEnumerable<TestCaseData<object, AuthorizationErrorKind>> Unusable()
    {
        yield return new(new { set = new { token_type = "mac" } }, AuthorizationErrorKind.UnsupportedTokenType) { TestName = "{m}(the token type is another)" };
        yield return new(new { set = new { access_token = string.Empty } }, AuthorizationErrorKind.InvalidToken) { TestName = "{m}(the token is empty)" };
        yield return new(new { set = new { access_token = "a\r\nb" } }, AuthorizationErrorKind.InvalidToken) { TestName = "{m}(the token has a line break)" };
        yield return new(new { set = new { access_token = (string?)null } }, AuthorizationErrorKind.MalformedResponse) { TestName = "{m}(the token is null)" };
        yield return new(new { set = new { error = "invalid_request" } }, AuthorizationErrorKind.OAuthError) { TestName = "{m}(an error came with 200)" };
        yield return new(new { status = 418 }, AuthorizationErrorKind.MalformedResponse) { TestName = "{m}(a token came with a failure's status)" };
    }

    [TestCaseSource(nameof(Usable))]
    public async Task A_departure_that_leaves_the_token_whole_is_taken(object rewrite)
    {
        await Idp.ControlAsync(new { rewrite });
        await using var app = LiveApp.WithClientCredentials(Idp, "cc-basic");

        Assert.That((await CallAsync(app.CreateClient())).ClientId, Is.EqualTo("cc-basic"));
    }

    [TestCaseSource(nameof(Unusable))]
    public async Task A_departure_that_leaves_no_token_to_use_is_refused_and_nothing_is_sent(object rewrite, AuthorizationErrorKind kind)
    {
        await Idp.ControlAsync(new { rewrite });
        await using var app = LiveApp.WithClientCredentials(Idp, "cc-basic");

        var error = await Assert.CatchAsync<AuthorizationException>(() => CallAsync(app.CreateClient()));

        Assert.That(error!.Kind, Is.EqualTo(kind));
        Assert.That((await Idp.StatsAsync()).Api.Total, Is.Zero);
    }

    [TestCase("data")]
    [TestCase("authed user")]
    public async Task A_token_that_stands_deeper_is_found_where_the_data_say(string member)
    {
        await Idp.ControlAsync(new { rewrite = new { nest = member } });
        await using var app = LiveApp.WithClientCredentials(Idp, "cc-basic", options => options.Provider = new("Nested")
        {
            Answer = new() { AccessToken = $"/{member}/access_token", TokenType = $"/{member}/token_type", Expiry = $"/{member}/expires_in" },
        });

        Assert.That((await CallAsync(app.CreateClient())).ClientId, Is.EqualTo("cc-basic"));
    }

    [Test]
    public async Task An_answer_that_is_a_form_is_taken_where_the_data_say_so()
    {
        await Idp.ControlAsync(new { rewrite = new { contentType = "form" } });
        await using var app = LiveApp.WithClientCredentials(Idp, "cc-basic", static options => options.Provider = new("Form") { Answer = new() { TakesForm = true } });
        await using var standard = LiveApp.WithClientCredentials(Idp, "cc-basic");

        var answer = await CallAsync(app.CreateClient());
        var error = await Assert.CatchAsync<AuthorizationException>(() => CallAsync(standard.CreateClient()));

        Assert.Multiple(() =>
        {
            Assert.That(answer.ClientId, Is.EqualTo("cc-basic"));
            Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.MalformedResponse));
        });
    }

    [Test]
    public async Task An_error_in_an_answer_of_200_is_one_by_the_providers_rule()
    {
        await Idp.FailAsync(1, 200, new { ok = false, error = "invalid_auth" });
        await using var app = LiveApp.WithClientCredentials(Idp, "cc-basic", static options => options.Provider = new("Chat") { Answer = new() { ErrorCodes = new Dictionary<string, string>(StringComparer.Ordinal) { ["invalid_auth"] = "invalid_client" }.ToImmutableDictionary() } });

        var error = await Assert.CatchAsync<AuthorizationException>(() => CallAsync(app.CreateClient()));

        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.ClientRefused));
    }

    private static TestCaseData<object> Case(string name, object rewrite) => new(rewrite) { TestName = "{m}(" + name + ")" };
}
