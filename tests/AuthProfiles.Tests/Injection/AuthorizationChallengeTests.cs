using System.Diagnostics;
using AuthProfiles.Injection;
using FsCheck;
using FsCheck.Fluent;

namespace AuthProfiles.Tests.Injection;

internal sealed class AuthorizationChallengeTests
{
    // What was sent, one line after the other (¶), and what is read: scheme, token68 in <>, parameters in [].
    [TestCase("Bearer", "Bearer")]
    [TestCase("bearer", "bearer")]
    [TestCase("Bearer realm=\"example\"", "Bearer[realm=example]")]
    [TestCase("Bearer realm=\"example\", error=\"invalid_token\", error_description=\"The access token expired\"", "Bearer[realm=example|error=invalid_token|error_description=The access token expired]", Description = "RFC 6750, section 3")]
    [TestCase("Bearer error=\"insufficient_scope\", scope=\"read write\"", "Bearer[error=insufficient_scope|scope=read write]")]
    [TestCase("Bearer realm=example", "Bearer[realm=example]")]
    [TestCase("BEARER REALM=\"x\"", "BEARER[REALM=x]")]
    [TestCase("Bearer realm = \"x\" , error\t=\t\"y\"", "Bearer[realm=x|error=y]", Description = "bad white space is read")]
    [TestCase("Bearer realm=\"a\",error=\"b\"", "Bearer[realm=a|error=b]")]
    [TestCase("Bearer realm=\"a, b\", error=\"c\"", "Bearer[realm=a, b|error=c]", Description = "quoted comma")]
    [TestCase("Bearer realm=\"a \\\"b\\\" \\\\ c\", error=\"d\"", "Bearer[realm=a \"b\" \\ c|error=d]", Description = "quoted pairs")]
    [TestCase("Bearer realm=\"Basic realm=\\\"x\\\", error=\\\"y\\\"\"", "Bearer[realm=Basic realm=\"x\", error=\"y\"]", Description = "a challenge in quotes is none")]
    [TestCase("Bearer realm=\"\"", "Bearer[realm=]")]
    [TestCase("Bearer realm=\"ü€\"", "Bearer[realm=ü€]")]
    [TestCase("Basic realm=\"x\", Bearer realm=\"y\"", "Basic[realm=x] Bearer[realm=y]")]
    [TestCase("Bearer realm=\"y\", error=\"e\", Basic realm=\"x\"", "Bearer[realm=y|error=e] Basic[realm=x]")]
    [TestCase("Newauth realm=\"apps\", type=1, title=\"Login to \\\"apps\\\"\", Basic realm=\"simple\"", "Newauth[realm=apps|type=1|title=Login to \"apps\"] Basic[realm=simple]", Description = "RFC 9110, section 11.6.1")]
    [TestCase("Basic realm=\"x\"¶Bearer error=\"invalid_token\"", "Basic[realm=x] Bearer[error=invalid_token]")]
    [TestCase("Bearer¶Bearer error=\"invalid_token\"", "Bearer Bearer[error=invalid_token]")]
    [TestCase("Negotiate", "Negotiate")]
    [TestCase("Negotiate, NTLM", "Negotiate NTLM")]
    [TestCase("Negotiate, Basic realm=\"x\"", "Negotiate Basic[realm=x]")]
    [TestCase("Negotiate a87421000492aa874209af8bc028", "Negotiate<a87421000492aa874209af8bc028>")]
    [TestCase("NTLM TlRMTVNTUAACAAAA==", "NTLM<TlRMTVNTUAACAAAA==>")]
    [TestCase("NTLM TlRM+/-._~==, Bearer error=\"invalid_token\"", "NTLM<TlRM+/-._~==> Bearer[error=invalid_token]")]
    [TestCase("Negotiate abc= , Bearer", "Negotiate<abc=> Bearer")]
    [TestCase("Digest realm=\"r\", qop=\"auth,auth-int\", nonce=dcd98b7102==, stale=FALSE", "Digest[realm=r|qop=auth,auth-int|nonce=dcd98b7102==|stale=FALSE]")]
    [TestCase("DPoP error=\"use_dpop_nonce\", algs=\"ES256 PS256\"", "DPoP[error=use_dpop_nonce|algs=ES256 PS256]")]
    [TestCase("AWS4-HMAC-SHA256", "AWS4-HMAC-SHA256")]
    [TestCase("Bearer authorization_uri=https://login.example/common/oauth2/authorize, error=invalid_token", "Bearer[authorization_uri=https://login.example/common/oauth2/authorize|error=invalid_token]", Description = "quotes left out")]
    [TestCase("Bearer realm=\"\", authorization_uri=\"https://login.example/a?b=c,d\", client_id=\"00000003-0000-0000-c000-000000000000\"", "Bearer[realm=|authorization_uri=https://login.example/a?b=c,d|client_id=00000003-0000-0000-c000-000000000000]", Description = "Entra")]
    [TestCase("Bearer realm=\"a\" error=\"b\"", "Bearer[realm=a|error=b]", Description = "commas left out")]
    [TestCase("Bearer,realm=\"a\",error=\"b\"", "Bearer[realm=a|error=b]")]
    [TestCase(",, ,Bearer ,, realm=\"a\",,", "Bearer[realm=a]", Description = "empty list elements, RFC 9110, section 5.6.1")]
    [TestCase("Bearer error=\"a\", error=\"b\", realm=\"r\"", "Bearer[realm=r]", Description = "twice is not at all")]
    [TestCase("Bearer error=\"a\", ERROR=\"a\", realm=\"r\"", "Bearer[realm=r]")]
    [TestCase("Bearer error=\"a\", Bearer error=\"b\"", "Bearer[error=a] Bearer[error=b]")]
    [TestCase("Bearer realm=\"cut", "Bearer")]
    [TestCase("Bearer realm=\"a\", error=\"cut\\", "Bearer[realm=a]")]
    [TestCase("Bearer realm=\"cut\\\"", "Bearer")]
    [TestCase("Bearer realm=\"a\"junk, error=\"b\"", "Bearer[realm=a|error=b]", Description = "what sticks to a quote is left out")]
    [TestCase("Bearer realm=\"a\"\"b, c\" d, error=\"e\"", "Bearer[realm=a|error=e]")]
    [TestCase("realm=\"x\", Bearer error=\"y\"", "Bearer[error=y]", Description = "a parameter of nothing")]
    [TestCase("=, \"x\", Bearer", "Bearer")]
    [TestCase("(Bearer) x, Basic realm=\"r\"", "Basic[realm=r]")]
    [TestCase("Bearer scope= , error=x", "Bearer<scope=>[error=x]", Description = "a name with nothing behind is the grammar's token68")]
    [TestCase("Bearer realm=", "Bearer<realm=>")]
    [TestCase("Bearer Basic realm=\"x\"", "Bearer Basic[realm=x]")]
    [TestCase("Bearer type=1, realm=, error=x", "Bearer[realm=|type=1|error=x]", Description = "a value with nothing in it ends at the comma")]
    [TestCase("Bearer realm\u00a0=\"x\", Basic", "Bearer realm Basic", Description = "white space is a space or a tab")]
    [TestCase("Bearer realm=\u00a0\"x\"", "Bearer[realm=\u00a0\"x\"]")]
    [TestCase("NTLM abc\u00a0, Bearer", "NTLM abc Bearer")]
    [TestCase("{\"error\":\"invalid_token\"}", "")]
    [TestCase("", "")]
    [TestCase(" \t ", "")]
    public void _6750_05_A_header_is_read_as_it_is_meant(string lines, string expected) =>
        Assert.That(string.Join(' ', Challenges(lines.Split('¶')).Select(Shown)), Is.EqualTo(expected));

    [Test]
    public void _6750_05_What_RFC_6750_names_has_properties_and_names_have_no_case()
    {
        var challenge = Challenges("bearer REALM=\"r\", Error=\"insufficient_scope\", scope=\"a b\"").Single();

        Assert.That((challenge.Realm, challenge.Error, challenge.Scope), Is.EqualTo(("r", "insufficient_scope", "a b")));
        Assert.That(challenge.Parameters["rEaLm"], Is.EqualTo("r"));
        Assert.That(challenge.Token68, Is.Null);
        Assert.That($"{challenge}", Is.EqualTo("bearer insufficient_scope"));
    }

    [Test]
    public void _6750_05_An_answer_without_challenges_has_none()
    {
        using var response = new HttpResponseMessage();

        Assert.That(response.GetAuthorizationChallenges(), Is.Empty);
    }

    [Test]
    public void _6750_05_What_was_read_by_the_platform_before_is_read_all_the_same()
    {
        using var response = Answer("Bearer realm=\"a, b\", error=\"invalid_token\"");
        Assert.That(response.Headers.WwwAuthenticate, Has.Count.EqualTo(1));

        Assert.That(Shown(response.GetAuthorizationChallenges().Single()), Is.EqualTo("Bearer[realm=a, b|error=invalid_token]"));
    }

    [Test]
    public void _6750_05_A_challenge_prints_nothing_that_could_forge_a_line() =>
        Assert.That($"{Challenges("Bearer error=\"a\r\nb\"").Single()}", Is.EqualTo("Bearer a\\u000D\\u000Ab"));

    [Test]
    public void _6750_05_Hostile_lengths_are_cut_off()
    {
        Assert.That(Challenges(string.Join(',', Enumerable.Repeat("Bearer", 1_000))), Has.Count.EqualTo(64));
        Assert.That(Challenges("Bearer " + string.Join(',', Enumerable.Range(0, 1_000).Select(static i => $"p{i}=1"))).Single().Parameters, Has.Count.EqualTo(64));
        Assert.That(Challenges("Bearer realm=\"" + new string('x', 32 * 1024) + "\""), Is.Empty);
        Assert.That(Challenges("Bearer".PadRight(32 * 1024)), Has.Count.EqualTo(1));
        Assert.That(Challenges("Bearer".PadRight((32 * 1024) + 1)), Is.Empty);
        Assert.That(Challenges("Bearer realm=\"" + new string('x', 32 * 1000) + "\"").Single().Realm, Has.Length.EqualTo(32_000));
    }

    [TestCase("\"a\"b")]
    [TestCase("a=\"\\\"\"x")]
    [TestCase("a ")]
    [TestCase("=")]
    [TestCase("a =")]
    [TestCase("  \t")]
    public void _6750_05_The_time_grows_with_the_length_alone(string piece)
    {
        var line = string.Concat(Enumerable.Repeat(piece, 32 * 1024 / piece.Length));
        var before = Stopwatch.GetTimestamp();

        Challenges(line);

        Assert.That(Stopwatch.GetElapsedTime(before), Is.LessThan(TimeSpan.FromSeconds(5)), "a quadratic reader takes minutes");
    }

    [Test]
    public void _6750_05_No_text_makes_it_throw()
    {
        var pieces = Gen.Elements("Bearer", "Basic", " ", "\t", ",", "=", "\"", "\\", "error", "invalid_token", "realm", "a", "\0", "ü", "\ud800", "==", "(", "\r\n");
        var line = Gen.OneOf(pieces.ListOf().Select(static list => string.Concat(list)), ArbMap.Default.GeneratorFor<string>().Select(static text => text ?? string.Empty));

        Prop.ForAll(Arb.From(line), static line =>
        {
            var found = new List<AuthorizationChallenge>();
            ChallengeReader.Read(line, found);
            return found.TrueForAll(static challenge => challenge.Scheme.Length > 0 && challenge.Scheme.All(char.IsAscii) && !challenge.ToString().Any(char.IsControl));
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(2_000));
    }

    [Test]
    public void _6750_05_What_is_written_by_the_rules_is_read_back()
    {
        var value = ArbMap.Default.GeneratorFor<string>().Select(static text => text ?? string.Empty);
        var challenge = from scheme in Gen.Elements("Bearer", "Basic", "DPoP", "X.Y")
                        from names in Gen.SubListOf("realm", "error", "scope", "x-1", "~odd!")
                        from values in value.ListOf(names.Count)
                        select (Scheme: scheme, Parameters: names.Zip(values).ToArray());

        Prop.ForAll(Arb.From(challenge.ListOf(3)), static challenges =>
        {
            var line = string.Join(", ", challenges.Select(static one => (one.Scheme + " " + string.Join(", ", one.Parameters.Select(static p => $"{p.First}=\"{p.Second.Replace("\\", "\\\\").Replace("\"", "\\\"")}\""))).TrimEnd()));
            var found = new List<AuthorizationChallenge>();
            ChallengeReader.Read(line, found);
            return found.Select(static one => one.Scheme).SequenceEqual(challenges.Select(static one => one.Scheme))
                && found.Zip(challenges).All(static pair => pair.First.Parameters.Count == pair.Second.Parameters.Length
                    && pair.Second.Parameters.All(p => string.Equals(pair.First.Parameters[p.First], p.Second, StringComparison.Ordinal)));
        }).QuickCheckThrowOnFailure();
    }

    internal static HttpResponseMessage Answer(params string[] lines)
    {
        var response = new HttpResponseMessage(System.Net.HttpStatusCode.Unauthorized);
        foreach (var line in lines)
        {
            HeaderLine.TryWrite(response.Headers, "WWW-Authenticate", line);
        }

        return response;
    }

    private static List<AuthorizationChallenge> Challenges(params string[] lines)
    {
        var found = new List<AuthorizationChallenge>();
        foreach (var line in lines)
        {
            ChallengeReader.Read(line, found);
        }

        return found;
    }

    // The parameters in the order of the text: the dictionary has none.
    private static string Shown(AuthorizationChallenge challenge)
    {
        string[] order = ["REALM", "realm", "type", "title", "qop", "authorization_uri", "client_id", "scope=", "nonce", "error", "algs", "stale"];
        int Rank(string name, string value) => Array.FindIndex(order, known => known == name || known == $"{name}={value}") is >= 0 and var rank ? rank : order.Length;
        var parameters = string.Join('|', challenge.Parameters.OrderBy(pair => Rank(pair.Key, pair.Value)).Select(static pair => $"{pair.Key}={pair.Value}"));
        return challenge.Scheme + (challenge.Token68 is null ? "" : $"<{challenge.Token68}>") + (parameters.Length == 0 ? "" : $"[{parameters}]");
    }
}
