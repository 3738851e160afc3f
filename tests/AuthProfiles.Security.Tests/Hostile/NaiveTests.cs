using System.Text;
using System.Text.Json;
using AuthProfiles.Security.Tests.Hostile.Wire;

namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>What everybody writes first fails on these corpora, in the classes that are known for it: so they can fail, and ours passes for a reason.</summary>
[Category("Hostile")]
[CancelAfter(60_000)]
public sealed class NaiveTests
{
    private const string Refused = CorpusRow.Refused;

    [TestCase("slash")]
    [TestCase("query mark")]
    [TestCase("fragment mark")]
    [TestCase("user information")]
    [TestCase("dots")]
    [TestCase("dots in disguise")]
    [TestCase("hyphens at the ends")]
    [TestCase("invisible characters")]
    [TestCase("letters that Unicode folds to ASCII")]
    [TestCase("an address of another host")]
    public void A_template_string_and_a_Uri_take_a_tenant_for_another_host(string name) => Assert.That(
        Rows("tenants", name).Where(static row => row[2] == Refused && Uri.TryCreate($"https://{row[1]}.zendesk.com/api/v2/", UriKind.Absolute, out _)),
        Is.Not.Empty);

    [Test]
    public void A_template_string_leads_to_a_host_that_is_not_the_services_own()
    {
        var elsewhere = Corpus.Rows("tenants").Where(static row => row[2] == Refused
            && Uri.TryCreate($"https://{row[1]}.zendesk.com/", UriKind.Absolute, out var address)
            && !address.Host.EndsWith(".zendesk.com", StringComparison.Ordinal));

        Assert.That(elsewhere.Select(static row => row[0]).Distinct().Count(), Is.GreaterThanOrEqualTo(5));
    }

    [Test]
    public void EscapeDataString_lets_a_dot_segment_climb() =>
        Assert.That(Rows("tenants", "dot segments").Select(static row => new Uri($"https://api.example.com/v1/{Uri.EscapeDataString(row[1])}/end").AbsolutePath), Has.None.StartsWith("/v1/.").And.Some.EqualTo("/end"));

    [TestCase("Azure: another domain")]
    [TestCase("Azure: user information")]
    [TestCase("Azure: no encryption")]
    [TestCase("Azure: literal addresses")]
    public void An_endpoint_that_is_a_well_formed_address_is_not_yet_the_services_own(string name) => Assert.That(
        Rows("endpoints", name).Where(static row => row[3] == Refused && Uri.TryCreate(row[2].Contains("//", StringComparison.Ordinal) ? row[2] : $"https://{row[2]}", UriKind.Absolute, out _)),
        Is.Not.Empty);

    [TestCase("CR LF")]
    [TestCase("LF alone")]
    [TestCase("CR alone")]
    [TestCase("NUL")]
    [TestCase("tab")]
    [TestCase("DEL")]
    public async Task TryAddWithoutValidation_writes_whatever_it_is_given(string name)
    {
        var written = 0;
        await using var network = new RawListener();
        foreach (var row in Rows("headers", name))
        {
            using var client = new HttpClient(network.CreateHandler());
            using var request = new HttpRequestMessage(HttpMethod.Get, network.Address);
#pragma warning disable RS0030 // It is banned for what this shows.
            request.Headers.TryAddWithoutValidation(row[1], row[2]);
#pragma warning restore RS0030
            var before = network.Messages.Count;
            using var sent = await client.SendAsync(request);
            var arrived = network.Messages[before];
            written += arrived.Headers.Count != 2 || arrived.Headers.Any(static header => header.Value.Any(static octet => octet is < 0x20 or 0x7F)) ? 1 : 0;
        }

        Assert.That(written, Is.GreaterThan(0));
    }

    [TestCase("names with spaces")]
    [TestCase("names with a colon")]
    [TestCase("names beyond ASCII")]
    public void TryAddWithoutValidation_leaves_a_name_out_in_silence(string name)
    {
        using var request = new HttpRequestMessage();
#pragma warning disable RS0030 // It is banned for what this shows.
        Assert.That(Rows("headers", name).Select(row => request.Headers.TryAddWithoutValidation(row[1], row[2])), Has.Some.False);
#pragma warning restore RS0030
    }

    [TestCase("a name twice")]
    [TestCase("a name twice, once escaped")]
    [TestCase("tokens with a line end")]
    public void The_platforms_reader_takes_an_answer_that_must_be_refused(string name) =>
        Assert.That(Rows("token-answers", name).Where(static row => Property(row[3], "access_token") is not null), Is.Not.Empty);

    [TestCase("the key twice")]
    [TestCase("the key twice, once escaped")]
    [TestCase("another value is there")]
    [TestCase("a pointer through an object that is there twice")]
    public void A_body_that_says_a_thing_twice_passes_the_platforms_reader(string name) => Assert.That(Rows("bodies", name).Where(static row => row[4] == Refused && IsJson(row[3])), Is.Not.Empty);

    [TestCase("escapes as they are written")]
    [TestCase("white space")]
    public void A_body_that_is_read_and_written_again_is_another_one(string name) => Assert.That(
        Rows("bodies", name).Where(static row => JsonSerializer.Serialize(JsonSerializer.Deserialize<Dictionary<string, object?>>(row[3])) != row[3]),
        Is.Not.Empty);

    [TestCase("the state twice")]
    [TestCase("the code twice")]
    [TestCase("anything twice")]
    public void The_platforms_query_takes_a_parameter_that_comes_twice(string name) => Assert.That(
        Rows("callbacks", name).Select(static row => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(row[2][row[2].IndexOf('?', StringComparison.Ordinal)..])),
        Has.All.Matches<Dictionary<string, Microsoft.Extensions.Primitives.StringValues>>(static query => query!.Count > 0));

    [TestCase("two slashes")]
    [TestCase("backslashes in front")]
    [TestCase("tabs behind the slash")]
    [TestCase("CR LF")]
    public void An_address_that_begins_with_a_slash_may_be_another_host(string name) => Assert.That(
        Rows("return-addresses", name).Where(static row => row[2] == Refused && row[1].StartsWith('/')),
        Is.Not.Empty);

    private static IReadOnlyList<CorpusRow> Rows(string corpus, string name) => Corpus.Read(corpus).Single(rows => rows.Name == name).Rows;

    private static bool IsJson(string body) => Property(body, string.Empty) is not null || body.Length > 0 && Reads(body);

    private static bool Reads(string body)
    {
        using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(body));
        return document.RootElement.ValueKind == JsonValueKind.Object;
    }

    private static string? Property(string body, string name)
    {
        using var document = JsonDocument.Parse(Encoding.UTF8.GetBytes(body));
        return document.RootElement.TryGetProperty(name, out var value) ? value.ToString() : null;
    }
}
