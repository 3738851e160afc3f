using AuthProfiles.OAuth;

namespace AuthProfiles.Tests.OAuth;

public sealed class TokenAnswerFormatValidatorTests
{
    [Test]
    public void The_standard_has_no_fault() => Assert.That(Faults(TokenAnswerFormat.Standard), Is.Empty);

    [Test]
    public void Places_that_are_left_out_are_no_fault() =>
        Assert.That(Faults(new() { TokenType = null, Expiry = null, RefreshToken = null, RefreshExpiry = null, Scope = null, Error = null }), Is.Empty);

    [TestCase("")]
    [TestCase("/")]
    [TestCase("access_token")]
    [TestCase("/data/")]
    [TestCase("//access_token")]
    [TestCase("/a~2b")]
    [TestCase("/a~")]
    [TestCase("$.access_token")]
    [TestCase("/1/2/3/4/5/6/7/8/9")]
    public void What_is_no_pointer_is_refused_at_every_place_and_never_found(string place)
    {
        var format = new TokenAnswerFormat
        {
            AccessToken = place,
            TokenType = place,
            Expiry = place,
            RefreshToken = place,
            RefreshExpiry = place,
            Scope = place,
            Error = place,
            ErrorWhen = [new("/ok"), new(place) { Code = place }],
            Outputs = TokenAnswerFormat.Standard.Outputs.Add("site", place),
        };

        Assert.That(
            Faults(format).Select(static fault => fault[..fault.LastIndexOf(": a JSON Pointer", StringComparison.Ordinal)]),
            Is.EquivalentTo(new[] { "AccessToken", "TokenType", "Expiry", "RefreshToken", "RefreshExpiry", "Scope", "Error", "ErrorWhen:1:Path", "ErrorWhen:1:Code", "Outputs:site" }));
        Assert.That(new TokenAnswerReader(format).Read(System.Net.HttpStatusCode.OK, null, """{"access_token":"at","":"at","data":{"":"at"}}"""u8, TokenTime.Start).Failure?.Kind, Is.EqualTo(AuthorizationErrorKind.MalformedResponse));
    }

    [Test]
    public void A_place_for_the_access_token_must_be_there() => Assert.That(Faults(new() { AccessToken = null! }), Has.One.StartsWith("AccessToken: "));

    [TestCase("/a~0b~1c")]
    [TestCase("/data/0/access_token")]
    [TestCase("/1/2/3/4/5/6/7/8")]
    public void Pointers_of_up_to_eight_steps_are_taken(string place) => Assert.That(Faults(new() { AccessToken = place }), Is.Empty);

    [Test]
    public void Each_other_fault_is_named()
    {
        var format = new TokenAnswerFormat
        {
            ExpiryFormat = (ExpiryFormat)77,
            FixedLifetime = TimeSpan.Zero,
            ScopeSeparator = string.Empty,
            ErrorWhen = [new("/ok") { Is = "a", IsNot = "b" }],
            ErrorCodes = TokenAnswerFormat.Standard.ErrorCodes.Add(string.Empty, "x"),
            Outputs = TokenAnswerFormat.Standard.Outputs.Add("base url\n", "/x"),
        };

        Assert.That(Faults(format), Is.EquivalentTo(new[]
        {
            "ExpiryFormat: one of Seconds, Milliseconds, UnixSeconds, UnixMilliseconds, Iso8601, DaysHoursMinutes",
            "FixedLifetime: a time from 1 second to 3,650 days, or leave it out",
            "ScopeSeparator: one character or more",
            "ErrorWhen:0: a rule with Is or IsNot, not both",
            "ErrorCodes: codes that are not empty",
            "Outputs: names that templates can have, with letters, digits, '_' and '-', so not 'base url\\u000A'",
        }));
    }

    [TestCase(0.9, false)]
    [TestCase(1, true)]
    [TestCase(315_360_000, true)]
    [TestCase(315_360_001, false)]
    public void A_fixed_lifetime_has_a_range(double seconds, bool good) => Assert.That(Faults(new() { FixedLifetime = TimeSpan.FromSeconds(seconds) }), good ? Is.Empty : Has.Count.EqualTo(1));

    private static List<string> Faults(TokenAnswerFormat format)
    {
        List<string> faults = [];
        TokenAnswerFormatValidator.Check(format, (name, allowed) => faults.Add($"{name}: {allowed}"));
        return faults;
    }
}
