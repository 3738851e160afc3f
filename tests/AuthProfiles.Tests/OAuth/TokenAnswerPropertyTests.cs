using System.Net;
using System.Text;
using AuthProfiles.Credentials;
using AuthProfiles.OAuth;
using FsCheck;
using FsCheck.Fluent;

namespace AuthProfiles.Tests.OAuth;

/// <summary>What holds of every answer there could be.</summary>
public sealed class TokenAnswerPropertyTests
{
    // Long enough that no sentence of ours has it by chance.
    private const string Secret = "s3cr3t-0f-the-request";
    private const string Given = "t0ken-0f-the-answer";

    private static readonly Config Seeded = Config.QuickThrowOnFailure.WithMaxTest(10_000).WithReplay(20260504, 297);

    private static readonly TokenAnswerReader[] Readers =
    [
        new(),
        new(ProviderFormats.Slack),
        new(ProviderFormats.SlackUser),
        new(ProviderFormats.GitHub, "mac"),
        new(ProviderFormats.TikTokShop),
        new(ProviderFormats.Instagram),
        new(ProviderFormats.FacebookForm),
        new(ProviderFormats.LarkTenant) { IssuedTokenTypes = ["urn:x"] },
        new(new TokenAnswerFormat { ExpiryFormat = ExpiryFormat.Iso8601, AccessToken = "/data/0/access_token", TokenType = "/data/0/token_type", TakesForm = true }),
        new(new TokenAnswerFormat { ExpiryFormat = ExpiryFormat.DaysHoursMinutes, ErrorWhen = [new("/error"), new("/token_type")], RefreshToken = "/access_token" }),
        new(new TokenAnswerFormat { ExpiryFormat = ExpiryFormat.UnixMilliseconds, Outputs = TokenAnswerFormat.Standard.Outputs.Add("x", "/scope").Add("y", "/error") }),
    ];

    // Fragments that make up answers, whole and broken ones.
    private static readonly string[] Pieces =
    [
        "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud800", "null", "true", "-", "1e999", "&", "=", "%", "%0d%0a", "+", "\uFEFF", "\r\n", "\0", "ü", "😀",
        "\"access_token\":", "\"token_type\":", "\"expires_in\":", "\"refresh_token\":", "\"error\":", "\"ok\":false", "\"code\":", "\"data\":[{", "\"scope\":[", "\"authed_user\":{",
        $"\"{Secret}\"", $"\"{Given}\"", Secret, Given, "\"Bearer\"", "\"mac\"", "3600", "\"invalid_grant\"", "access_token=", "error=", "token_type=bearer",
        $$"""{"access_token":"{{Given}}","token_type":"Bearer","expires_in":3600,"refresh_token":"{{Given}}"}""", $$"""{"error":"{{Secret}}"}""",
    ];

    private static Gen<HttpStatusCode> Statuses => Gen.OneOf(Gen.Constant(HttpStatusCode.OK), Gen.Constant(HttpStatusCode.OK), Gen.Elements(HttpStatusCode.BadRequest, HttpStatusCode.Unauthorized), Gen.Choose(100, 999).Select(static status => (HttpStatusCode)status));

    private static Gen<string> Texts => Gen.Elements(Pieces).ArrayOf().Select(static pieces => string.Concat(pieces));

    private static Gen<byte[]> Bytes => Gen.OneOf(
        Gen.Choose(0, 255).Select(static value => (byte)value).ArrayOf(),
        Texts.Select(Encoding.UTF8.GetBytes));

    private static Gen<(byte[] Body, TokenAnswerReader Reader)> Answers => Gen.OneOf(
        Bytes.Zip(Gen.Elements(Readers)),
        Gen.Elements(TokenCases.All.Where(static row => row.Body.Length is > 0 and < 2000).ToArray())
            .SelectMany(static row => Mutated(row.Body).Select(body => (body, new TokenAnswerReader(row.Format)))));

    [Test]
    public void Whatever_comes_ends_in_a_token_that_can_be_sent_or_in_a_failure_of_the_closed_set()
    {
        var taken = 0;
        Prop.ForAll(
            Answers.Zip(Statuses).ToArbitrary(),
            call =>
            {
                var ((body, reader), status) = call;
                var reading = reader.Read(status, TimeSpan.FromSeconds(1), body, TokenTime.Start, Secret);
                taken += reading.Succeeded ? 1 : 0;
                return IsSound(reading, status);
            }).Check(Seeded);

        // A property that never sees a token proves half of it.
        Assert.That(taken, Is.AtLeast(100));
    }

    [Test]
    public void No_failure_shows_a_secret_of_the_request_or_of_the_answer()
    {
        var failures = 0;
        Prop.ForAll(
            Texts.Zip(Statuses).Zip(Gen.Elements(Readers)).ToArbitrary(),
            call =>
            {
                var ((body, status), reader) = call;
                var failure = reader.Read(status, null, Encoding.UTF8.GetBytes(body), TokenTime.Start, "unused", Secret).Failure;
                failures += failure is null ? 0 : 1;
                return failure is null || !($"{failure} {failure.ErrorCode}".Contains(Secret, StringComparison.Ordinal) || (HasToken(body) && $"{failure}".Contains(Given, StringComparison.Ordinal)));
            }).Check(Seeded);

        Assert.That(failures, Is.AtLeast(1000));
    }

    [Test]
    public void A_lifetime_of_any_text_and_format_is_unknown_or_within_its_range_and_never_costs_the_token()
    {
        Prop.ForAll(
            ArbMap.Default.GeneratorFor<string>().Where(static text => text is not null).Zip(Gen.Elements(Enum.GetValues<ExpiryFormat>())).ToArbitrary(),
            call =>
            {
                var (text, format) = call;
                var body = $$"""{"access_token":"at","token_type":"Bearer","expires_in":{{System.Text.Json.JsonSerializer.Serialize(text)}}}""";
                var answer = new TokenAnswerReader(new TokenAnswerFormat { ExpiryFormat = format }).Read(HttpStatusCode.OK, null, Encoding.UTF8.GetBytes(body), TokenTime.Start).Answer;
                return answer is { Lifetime: null } || (answer!.Lifetime > TimeSpan.Zero && answer.Lifetime <= TokenLifetime.Longest);
            }).Check(Seeded);
    }

    [Test]
    public void _6749_06_A_request_has_no_parameter_twice_and_none_that_is_empty()
    {
        var names = Gen.Elements("grant_type", "scope", "code", "client_id", "resource", "audience", "ünï&=", "x");
        var values = Gen.OneOf(Gen.Constant(string.Empty), ArbMap.Default.GeneratorFor<string>().Where(static text => text is not null && !text.Any(char.IsSurrogate)));
        Prop.ForAll(
            names.Zip(values).ListOf().ToArbitrary(),
            pairs =>
            {
                var request = new TokenRequest(new("id", "s3cret"));
                foreach (var (name, value) in pairs.DistinctBy(static pair => pair.Item1))
                {
                    request.Add(name, value);
                }

                using var message = TokenRequestBodies.Of(BodyFormat.Form, ProviderNames).Write(new("https://login.example/token"), request.Parameters);
                var written = message.Content!.ReadAsStringAsync().Result.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(static pair => pair.Split('=')).ToArray();
                return written.Select(static pair => pair[0]).Distinct().Count() == written.Length && written.All(static pair => pair is [_, { Length: > 0 }]);
            }).Check(Seeded);
    }

    private static System.Collections.Immutable.ImmutableDictionary<string, string> ProviderNames =>
        TokenAnswerFormat.Standard.Outputs.Add("client_id", "client_key").Add("scope", string.Empty);

    private static Gen<byte[]> Mutated(byte[] body) =>
        Gen.Choose(0, 2).SelectMany(count => Gen.Choose(0, body.Length - 1).Zip(Gen.OneOf(Gen.Choose(0, 255), Gen.Choose(' ', '~'))).ArrayOf(count)).Select(changes =>
        {
            var copy = (byte[])body.Clone();
            foreach (var (at, value) in changes)
            {
                copy[at] = (byte)value;
            }

            return copy;
        });

    // The answer's own token can only be known for one where it stands in its place.
    private static bool HasToken(string body) =>
        new TokenAnswerReader(ProviderFormats.GitHub with { Error = null }).Read(HttpStatusCode.OK, null, Encoding.UTF8.GetBytes(body), TokenTime.Start).Answer?.AccessToken.Reveal() == Given;

    private static bool IsSound(TokenReading reading, HttpStatusCode status) => reading switch
    {
        { Answer: { } answer, Failure: null } =>
            (int)status is >= 200 and <= 299
            && FieldRules.HeaderFault("Authorization", answer.AccessToken) is null
            && answer.TokenType is "Bearer" or "mac"
            && IsLifetime(answer.Lifetime) && IsLifetime(answer.RefreshLifetime)
            && answer.RefreshToken?.Reveal() is not ""
            && answer.Scope is not "",
        { Failure: { } failure, Answer: null } =>
            Enum.IsDefined(failure.Kind)
            && failure.Reason.All(static c => c is (>= ' ' and <= '~') or '…')
            && failure.StatusCode == (int)status
            && failure.IsTransient == (failure.Kind == AuthorizationErrorKind.Transient)
            && failure.ErrorCode is null or { Length: > 0 and <= 481 },
        _ => false,
    };

    private static bool IsLifetime(TimeSpan? lifetime) => lifetime is null || (lifetime > TimeSpan.Zero && lifetime <= TokenLifetime.Longest);
}
