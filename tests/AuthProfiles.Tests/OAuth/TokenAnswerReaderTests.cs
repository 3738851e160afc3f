using System.Net;
using System.Text;
using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

public sealed class TokenAnswerReaderTests
{
    [TestCaseSource(typeof(TokenCases), nameof(TokenCases.All))]
    public void An_answer_ends_as_the_table_says(TokenCase row) => AssertEnd(row, row.Format, row.Body);

    // The depth of what is read, and the mark before it, are the whole answer's.
    [TestCaseSource(nameof(Movable))]
    public void The_table_holds_wherever_a_provider_puts_the_values(TokenCase row)
    {
        AssertEnd(row, Below("/data/0"), [.. """{"ok":1,"data":["""u8, .. row.Body, .. ",{}]}"u8]);
        AssertEnd(row, Below("/data/2"), [.. """{"data":[{"access_token":"another"},[1,{"x":[]}],"""u8, .. row.Body, .. "]}"u8]);
        AssertEnd(row, Below("/authed~1user"), [.. """{"authed/user":"""u8, .. row.Body, .. ""","access_token":1,"error":{}}"""u8]);
    }

    [TestCaseSource(nameof(NoForms))]
    public void JSON_is_read_the_same_where_a_form_is_taken_too(TokenCase row) => AssertEnd(row, row.Format with { TakesForm = true }, row.Body);

    [TestCaseSource(typeof(TokenCases), nameof(TokenCases.All))]
    public void A_reason_is_printable_and_goes_into_a_sentence(TokenCase row)
    {
        var reason = new TokenAnswerReader(row.Format).Read(row.Status, null, row.Body, TokenTime.Start).Failure?.Reason ?? "the";

        Assert.That(reason.Where(static c => c is (< ' ' or > '~') and not '…'), Is.Empty);
        Assert.That(reason, Does.StartWith("the").And.Not.EndsWith("."));
    }

    [Test]
    public void The_table_has_rows_for_each_class_of_answer()
    {
        Assert.That(TokenCases.All, Has.Count.AtLeast(350));
        Assert.That(TokenCases.All.Select(static row => row.Class).Distinct().Count(), Is.AtLeast(75));
        Assert.That(TokenCases.All.Select(static row => row.ToString()), Is.Unique);
        Assert.That(TokenCases.All.Select(static row => row.Kind).Distinct().Count(), Is.EqualTo(8), "taken, and each way in which an answer is refused");
        Assert.That(TokenCases.All.Count(static row => row.Seconds is not null), Is.AtLeast(50), "lifetimes that are known");
        Assert.That(TokenCases.All.Count(static row => row.Kind is not null && row.Refresh is not null), Is.AtLeast(30), "refresh tokens that outlive their answer");
    }

    [Test]
    public void The_access_token_is_read_unescaped()
    {
        var reading = Read("""{"access_token":"a\"b\\c\u0064","token_type":"Bearer"}""");

        Assert.That(reading.Answer!.AccessToken.Reveal(), Is.EqualTo("a\"b\\cd"));
        Assert.That(reading.Answer.TokenType, Is.EqualTo("Bearer"));
    }

    [TestCase("mac", "MAC")]
    [TestCase("DPoP", "dpop")]
    public void A_type_that_the_profile_lists_is_taken_in_any_case(string listed, string sent)
    {
        var reading = new TokenAnswerReader(listed).Read(HttpStatusCode.OK, null, Encoding.UTF8.GetBytes($$"""{"access_token":"at","token_type":"{{sent}}"}"""), TokenTime.Start);

        Assert.That(reading.Answer?.TokenType, Is.EqualTo(listed));
    }

    [Test]
    public void Types_are_compared_as_ASCII_and_no_further()
    {
        // U+017F is an s in Unicode's case folding.
        var reading = new TokenAnswerReader("ssws").Read(HttpStatusCode.OK, null, Encoding.UTF8.GetBytes("""{"access_token":"at","token_type":"ſſwſ"}"""), TokenTime.Start);

        Assert.That(reading.Failure?.Kind, Is.EqualTo(AuthorizationErrorKind.UnsupportedTokenType));
    }

    [Test]
    public void A_transient_failure_carries_the_delay()
    {
        var reading = new TokenAnswerReader().Read(HttpStatusCode.TooManyRequests, TimeSpan.FromSeconds(7), [], TokenTime.Start);

        Assert.That(reading.Failure!.RetryAfter, Is.EqualTo(TimeSpan.FromSeconds(7)));
        Assert.That(reading.Failure.IsTransient, Is.True);
    }

    [Test]
    public void Neither_an_answer_nor_a_failure_prints_a_token()
    {
        var answer = Read("""{"access_token":"s3cret","token_type":"Bearer","refresh_token":"s3cret"}""").Answer;
        var failure = Read("""{"access_token":"s3cret\n","token_type":"Bearer","refresh_token":"s3cret"}""").Failure;

        Assert.That($"{answer}{failure}", Does.Not.Contain("s3cret"));
    }

    [TestCase("""{"error":"s3cret"}""", AuthorizationErrorKind.OAuthError)]
    [TestCase("""{"error":"no such s3cret here"}""", AuthorizationErrorKind.OAuthError)]
    [TestCase("""{"access_token":"at","token_type":"s3cret"}""", AuthorizationErrorKind.UnsupportedTokenType)]
    public void An_answer_that_repeats_the_secret_is_not_quoted(string body, AuthorizationErrorKind kind)
    {
        var failure = new TokenAnswerReader().Read(HttpStatusCode.OK, null, Encoding.UTF8.GetBytes(body), TokenTime.Start, "s3cret").Failure!;

        Assert.That(failure.Kind, Is.EqualTo(kind));
        Assert.That($"{failure}", Does.Not.Contain("s3cret"));
    }

    [TestCase("[7000215]", "Value, not its Secret ID")]
    [TestCase("[1,7000215]", "Value, not its Secret ID")]
    [TestCase("[7000222]", "expired")]
    [TestCase("[50034]", "id or secret is wrong")]
    [TestCase("[]", "id or secret is wrong")]
    [TestCase("\"7000215\"", "id or secret is wrong")]
    [TestCase("[\"7000215\",{\"a\":[7000215]},[7000215],1e99,null]", "id or secret is wrong")]
    [Category("R52")]
    public void Entras_number_tells_what_is_wrong_with_the_secret(string numbers, string cure)
    {
        var failure = Read($$"""{"error":"invalid_client","error_description":"AADSTS7000215: no matter","error_codes":{{numbers}}}""", HttpStatusCode.Unauthorized).Failure;

        Assert.That(failure?.Kind, Is.EqualTo(AuthorizationErrorKind.ClientRefused));
        Assert.That(failure?.Reason, Does.Contain(cure).And.Not.Contain("no matter"));
    }

    private static IEnumerable<TokenCase> Movable => TokenCases.Standard.Where(static row => row.Class is not ("byte order mark" or "depth" or "empty body"));

    private static IEnumerable<TokenCase> NoForms => TokenCases.Standard.Where(static row => row is not { Class: "another format", Name: "form" });

    private static TokenAnswerFormat Below(string place)
    {
        var standard = TokenAnswerFormat.Standard;
        return new()
        {
            AccessToken = place + standard.AccessToken,
            TokenType = place + standard.TokenType,
            Expiry = place + standard.Expiry,
            RefreshToken = place + standard.RefreshToken,
            RefreshExpiry = place + standard.RefreshExpiry,
            Scope = place + standard.Scope,
            Error = place + standard.Error,
        };
    }

    private static void AssertEnd(TokenCase row, TokenAnswerFormat format, byte[] body)
    {
        var reading = new TokenAnswerReader(format).Read(row.Status, null, body, TokenTime.Start);

        Assert.Multiple(() =>
        {
            Assert.That(reading.Failure?.Kind, Is.EqualTo(row.Kind));
            Assert.That(reading.Failure?.ErrorCode, Is.EqualTo(row.Code));
            Assert.That(reading.Failure?.IsTransient ?? false, Is.EqualTo(row.Kind == AuthorizationErrorKind.Transient));
            Assert.That(reading.Failure?.StatusCode, Is.EqualTo(row.Kind is null ? null : (int?)row.Status));
            Assert.That(reading.Answer?.Lifetime?.TotalSeconds, Is.EqualTo(row.Seconds).Within(1e-6));
            Assert.That(reading.Answer?.RefreshLifetime?.TotalSeconds, Is.EqualTo(row.RefreshSeconds).Within(1e-6));
            Assert.That(reading.Answer?.TypeWasMissing ?? false, Is.EqualTo(row.TypeWasMissing));
            Assert.That(reading.Answer?.Scope, Is.EqualTo(row.Scope));
            Assert.That((reading.Answer?.RefreshToken ?? reading.Failure?.RefreshToken)?.Reveal(), Is.EqualTo(row.Refresh));
            Assert.That(string.Join(' ', reading.Answer?.Outputs.OrderBy(static output => output.Key, StringComparer.Ordinal).Select(static output => $"{output.Key}={output.Value}") ?? []), Is.EqualTo(row.Outputs));
        });
    }

    private static TokenReading Read(string body, HttpStatusCode status = HttpStatusCode.OK) =>
        new TokenAnswerReader().Read(status, null, Encoding.UTF8.GetBytes(body), TokenTime.Start);
}
