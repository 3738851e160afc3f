using System.Text;
using AuthProfiles.Security.Tests.Hostile.Wire;
using AuthProfiles.Zendesk;
using Microsoft.Extensions.DependencyInjection;

namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>What a tenant may be called: in a host, as a Zendesk account, and in a path. Looked at where the bytes arrive.</summary>
internal sealed class TenantTests(string culture) : CultureFixture(culture)
{
    private const int Value = 1;
    private const int Label = 2;
    private const int Subdomain = 3;
    private const int Segment = 4;

    [TestCaseSource(typeof(Corpus), nameof(Corpus.Tenants))]
    public async Task A_tenant_in_a_host_is_the_label_it_says_or_nothing_is_sent(CorpusClass rows)
    {
        await using var network = new RawListener();
        await using var app = new HostileApp(network, static profiles => profiles.AddApiKey(HostileApp.Profile, static options =>
            (options.BaseUrl, options.Key) = ("https://{tenant}.zendesk.com/api/v2/", HostileApp.Secret)));
        using var client = app.CreateClient();

        foreach (var row in rows.Rows)
        {
            var arrived = await network.TryAsync(row, () => client.For(row[Value]).GetAsync("tickets.json"));

            AssertHost(network, row, row[Label], arrived, "/api/v2/tickets.json");
            Assert.That(arrived?.All("x-api-key") ?? [HostileApp.Secret], Is.EqualTo(new[] { HostileApp.Secret }), row.ToString());
        }
    }

    [TestCaseSource(typeof(Corpus), nameof(Corpus.Tenants))]
    public async Task What_is_given_as_a_Zendesk_account_is_that_account_or_nothing_is_sent(CorpusClass rows)
    {
        await using var network = new RawListener();
        await using var app = new HostileApp(network, profiles => profiles.Services.AddZendesk("support", options =>
        {
            options.Token = HostileApp.Secret;
            foreach (var row in rows.Rows)
            {
                options.Connections[row.ToString().Replace(':', '-')] = new Dictionary<string, SecretValue> { ["subdomain"] = row[Value] };
            }
        }));
        var client = app.Services.GetRequiredService<ZendeskClient>();

        foreach (var row in rows.Rows.Where(static row => row[Value].Length > 0))
        {
            var arrived = await network.TryAsync(row, async () =>
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, "api/v2/tickets/count");
                return await client.For(row.ToString().Replace(':', '-')).SendAsync(request);
            });

            AssertHost(network, row, row[Subdomain], arrived, "/api/v2/tickets/count");
            Assert.That(ZendeskSubdomain.TryParse(row[Value], out var parsed) ? parsed : CorpusRow.Refused, Is.EqualTo(row[Subdomain]), row.ToString());
        }
    }

    [TestCaseSource(typeof(Corpus), nameof(Corpus.Tenants))]
    public async Task A_value_in_a_path_is_one_segment_or_nothing_is_sent(CorpusClass rows)
    {
        await using var network = new RawListener();
        foreach (var row in rows.Rows)
        {
            var field = AuthorizationField.Header("x-api-key", HostileApp.Secret);
            await using var app = new HostileApp(network, HostileApp.WithInput(network.Address + "v1/{{key}}/end/", field, row[Value]));

            var arrived = await network.TryAsync(row, () => app.CreateClient().GetAsync("tickets.json"));

            Assert.That(arrived?.Target, Is.EqualTo(row[Segment] == CorpusRow.Refused ? null : $"/v1/{Encoded(row[Value])}/end/tickets.json"), row.ToString());
            Assert.That(arrived?.All("Host") ?? [network.Address.Authority], Is.EqualTo(new[] { network.Address.Authority }), row.ToString());
        }
    }

    private static void AssertHost(RawListener network, CorpusRow row, string label, RawMessage? arrived, string target)
    {
        if (label == CorpusRow.Refused)
        {
            Assert.That(arrived, Is.Null, $"{row}: should be refused");
            return;
        }

        Assert.That(arrived, Is.Not.Null, $"{row}: should be taken");
        Assert.That(arrived!.All("Host"), Is.EqualTo(new[] { $"{label}.zendesk.com" }), row.ToString());
        Assert.That(network.Asked, Does.Contain($"{label}.zendesk.com:443"), row.ToString());
        Assert.That((arrived.IsEncrypted, arrived.Line), Is.EqualTo((true, $"GET {target} HTTP/1.1")), row.ToString());
    }

    // RFC 3986, section 2.1, in the test's own words.
    private static string Encoded(string value) => string.Concat(Encoding.UTF8.GetBytes(value).Select(static octet =>
        char.IsAsciiLetterOrDigit((char)octet) || "-._~".Contains((char)octet, StringComparison.Ordinal) ? ((char)octet).ToString() : FormattableString.Invariant($"%{octet:X2}")));
}
