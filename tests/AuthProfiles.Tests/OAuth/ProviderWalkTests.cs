using System.Net;
using System.Security.Cryptography;
using System.Text;
using AuthProfiles.Tests.Consent;
using AuthProfiles.Tests.Infrastructure;

namespace AuthProfiles.Tests.OAuth;

/// <summary>From consent to renewal with providers that depart from the standard, told as data alone.</summary>
[TestFixture]
public sealed class ProviderWalkTests
{
    private static readonly ProviderRow Salesforce = ProviderRows.All.Single(static row => row.Name == "Salesforce");

    private static IEnumerable<TestCaseData> Rows => ProviderRows.All.Select(static row => new TestCaseData(row).SetArgDisplayNames(row.Name));

    [TestCaseSource(nameof(Rows))]
    public async Task The_owner_is_sent_to_the_providers_address_with_its_parameters(object row)
    {
        var expected = (ProviderRow)row;
        await using var walk = new ProviderWalk(expected);

        var address = (await walk.StartAsync()).Address;

        Assert.That(address.GetLeftPart(UriPartial.Path), Is.EqualTo(expected.Consent));
        var protocol = expected.Proves ? "&code_challenge=*&code_challenge_method=S256" : string.Empty;
        AssertParameters(CalendarTest.Parameters(address.AbsoluteUri), $"response_type=code&{expected.IdName}={expected.ClientId}&redirect_uri={CalendarTest.Callback}&state=*{protocol}", expected.Asks);
        Assert.That(walk.TokenRequests, Is.Empty);
    }

    [TestCaseSource(nameof(Rows))]
    public async Task The_code_is_redeemed_as_the_provider_has_it(object row)
    {
        var expected = (ProviderRow)row;
        await using var walk = new ProviderWalk(expected);
        await walk.ConnectAsync();

        var sent = walk.TokenRequests.Single();
        AssertWire(walk, expected);
        var verifier = expected.Proves ? "&code_verifier=*" : string.Empty;
        AssertParameters(walk.ParametersOf(sent), $"grant_type=authorization_code&code=the-code&redirect_uri={CalendarTest.Callback}{verifier}&{expected.IdName}={expected.ClientId}&client_secret=s3cret", expected.Redeems);
    }

    [TestCaseSource(nameof(Rows))]
    public async Task What_the_answer_says_is_kept(object row)
    {
        var expected = (ProviderRow)row;
        await using var walk = new ProviderWalk(expected);

        var completed = await walk.ConnectAsync();

        var stored = await walk.StoredAsync();
        Assert.That(stored!.State, Is.EqualTo(ConnectionState.Active));
        Assert.That(stored.AccountLabel, Is.EqualTo(expected.Label));
        Assert.That(stored.Grant!.AccessToken.Reveal(), Is.EqualTo("access-1"));
        Assert.That(stored.Grant.RefreshToken!.Reveal(), Is.EqualTo("refresh-1"));
        Assert.That(stored.Grant.Scope, Is.EqualTo(expected.Granted));
        Assert.That(stored.Grant.ExpiresAt, Is.EqualTo(expected.Seconds is { } seconds ? ManualTime.Start + TimeSpan.FromSeconds(seconds) : null));
        Assert.That(completed.Warnings, Is.Empty);
    }

    [TestCaseSource(nameof(Rows))]
    public async Task A_spent_token_is_renewed_and_the_call_goes_out_again(object row)
    {
        var expected = (ProviderRow)row;
        await using var walk = new ProviderWalk(expected);
        await walk.ConnectAsync();
        var before = walk.Calls.Count;

        using var response = await walk.CallAsync();

        Assert.That(await response.Content.ReadAsStringAsync(), Is.EqualTo("""{"done":true}"""));
        var calls = walk.Calls.Skip(before).ToArray();
        Assert.That(calls.Select(static call => call.Address.AbsoluteUri), Is.All.EqualTo(expected.Call));
        Assert.That(calls.Select(call => call[expected.Header]), Is.EqualTo(new[] { expected.Prefix + "access-1", expected.Prefix + "access-2" }));
        Assert.That(calls.Count(call => expected.Header != "Authorization" && call["Authorization"] is not null), Is.Zero);
        Assert.That(walk.TokenRequests, Has.Count.EqualTo(2));
        AssertWire(walk, expected);
        AssertParameters(walk.ParametersOf(walk.TokenRequests[1]), $"grant_type=refresh_token&refresh_token=refresh-1&{expected.IdName}={expected.ClientId}&client_secret=s3cret", expected.Renews);
        Assert.That((await walk.StoredAsync())!.Grant!.RefreshToken!.Reveal(), Is.EqualTo(expected.Kept));
    }

    [Test]
    public async Task The_verifier_is_the_one_that_the_consent_was_begun_with()
    {
        await using var walk = new ProviderWalk(Salesforce);
        var start = await walk.StartAsync();
        var challenge = CalendarTest.Parameters(start.Address.AbsoluteUri)["code_challenge"];

        await walk.CompleteAsync(start);

        var verifier = walk.ParametersOf(walk.TokenRequests.Single())["code_verifier"];
        Assert.That(Convert.ToBase64String(SHA256.HashData(Encoding.ASCII.GetBytes(verifier))).TrimEnd('=').Replace('+', '-').Replace('/', '_'), Is.EqualTo(challenge));
    }

    [TestCase("https://evil.example")]
    [TestCase("https://evil.example/.salesforce.com")]
    [TestCase("https://salesforce.com.evil.example")]
    [TestCase("https://mycompany.my.salesforce.com@evil.example")]
    [TestCase("http://mycompany.my.salesforce.com")]
    [TestCase("https://10.0.0.1")]
    [Category("I4")]
    public async Task A_hostile_address_in_the_answer_gets_nothing_and_no_connection_is_made(string address)
    {
        await using var walk = new ProviderWalk(Salesforce);
        walk.Redemption = Salesforce.Answer.Replace("https://mycompany.my.salesforce.com", address, StringComparison.Ordinal);

        var error = await Assert.CatchAsync<AuthorizationException>(walk.ConnectAsync);

        Assert.That(error!.Message, Does.Contain("instanceUrl").And.Not.Contain("evil"));
        Assert.That(walk.Calls, Is.Empty);
        Assert.That(await walk.StoredAsync(), Is.Null);
    }

    [Test]
    [Category("I4")]
    public async Task Without_anything_to_try_it_out_with_a_hostile_address_makes_no_connection_either()
    {
        var row = Salesforce with { Provider = ProviderData.Salesforce with { Probe = null } };
        await using var walk = new ProviderWalk(row);
        walk.Redemption = row.Answer.Replace("https://mycompany.my.salesforce.com", "https://evil.example", StringComparison.Ordinal);

        var error = await Assert.CatchAsync<AuthorizationException>(walk.ConnectAsync);

        Assert.That(error!.Kind, Is.EqualTo(AuthorizationErrorKind.InvalidValue));
        Assert.That(await walk.StoredAsync(), Is.Null);
    }

    [Test]
    [Category("I4")]
    public async Task A_hostile_address_in_a_renewal_gets_nothing()
    {
        await using var walk = new ProviderWalk(Salesforce);
        await walk.ConnectAsync();
        walk.Renewal = Salesforce.Renewal.Replace("https://mycompany.my.salesforce.com", "https://evil.example", StringComparison.Ordinal);

        walk.Renewal = walk.Renewal.Replace("\"access-2\"", "\"access-2\",\"refresh_token\":\"refresh-2\"", StringComparison.Ordinal);

        using var response = await walk.CallAsync();
        using var again = await walk.CallAsync();

        Assert.That((response.StatusCode, again.StatusCode), Is.EqualTo((HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized)));
        Assert.That(walk.Calls.Select(static call => call.Address.Host), Is.All.EqualTo("mycompany.my.salesforce.com"));
        Assert.That(walk.Calls.Select(static call => call["Authorization"]), Is.All.EqualTo("Bearer access-1"));
        var kept = (await walk.StoredAsync())!.Grant!;
        Assert.That(kept.Outputs["instanceUrl"], Is.EqualTo("https://mycompany.my.salesforce.com"));
        Assert.That(kept.RefreshToken!.Reveal(), Is.EqualTo("refresh-2"));
    }

    [Test]
    public async Task An_error_that_comes_with_200_is_one()
    {
        await using var walk = new ProviderWalk(ProviderRows.All.First());
        walk.Redemption = """{"ok":false,"error":"bad_client_secret"}""";

        var error = await Assert.CatchAsync<AuthorizationException>(walk.ConnectAsync);

        Assert.That((error!.Kind, error.ErrorCode), Is.EqualTo((AuthorizationErrorKind.ClientRefused, "invalid_client")));
    }

    private static void AssertWire(ProviderWalk walk, ProviderRow expected)
    {
        Assert.That(walk.TokenRequests.Select(static sent => (sent.Method, sent.Address.AbsoluteUri, sent["Authorization"])), Is.All.EqualTo((HttpMethod.Post, expected.Token, (string?)null)));
        Assert.That(walk.ContentTypes, Is.All.EqualTo(expected.IsJson ? "application/json" : "application/x-www-form-urlencoded"));
    }

    private static void AssertParameters(Dictionary<string, string> sent, string protocol, string more)
    {
        var expected = ProviderWalk.ParametersOf(protocol).Concat(ProviderWalk.ParametersOf(more)).ToDictionary(StringComparer.Ordinal);
        foreach (var (name, _) in expected.Where(static pair => pair.Value == "*").ToArray())
        {
            Assert.That(sent.GetValueOrDefault(name), Has.Length.GreaterThanOrEqualTo(43), name);
            expected[name] = sent[name];
        }

        Assert.That(sent, Is.EquivalentTo(expected));
    }
}
