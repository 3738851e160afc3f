using System.Text;
using AuthProfiles.Security.Tests.Hostile.Wire;

namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>Header names and values, of a connection's owner and of a function of the application: one line on the wire, byte-equal, or nothing sent.</summary>
internal sealed class HeaderTests(string culture) : CultureFixture(culture)
{
    private const int Name = 1;
    private const int Value = 2;
    private const int Outcome = 3;

    [TestCaseSource(typeof(Corpus), nameof(Corpus.Headers))]
    public async Task A_value_that_an_owner_gives_is_one_line_or_nothing_is_sent(CorpusClass rows)
    {
        await using var network = new RawListener();
        foreach (var row in rows.Rows)
        {
            AssertLine(row, await network.TryAsync(row, async () =>
            {
                await using var app = new HostileApp(network, HostileApp.WithInput(network.Address.AbsoluteUri, AuthorizationField.Header(row[Name], "{{key}}"), row[Value]));
                return await app.CreateClient().GetAsync("items");
            }));
        }
    }

    [TestCaseSource(typeof(Corpus), nameof(Corpus.Headers))]
    public async Task A_value_that_a_function_gives_is_one_line_or_nothing_is_sent(CorpusClass rows)
    {
        await using var network = new RawListener();
        foreach (var row in rows.Rows)
        {
            await using var app = new HostileApp(network, profiles => profiles.AddDelegate(HostileApp.Profile, options =>
            {
                options.BaseUrl = network.Address.AbsoluteUri;
                options.Acquire = (_, _) => new(new Credential([CredentialField.Header(row[Name], row[Value])]));
            }));

            AssertLine(row, await network.TryAsync(row, () => app.CreateClient().GetAsync("items")));
        }
    }

    private static void AssertLine(CorpusRow row, RawMessage? arrived)
    {
        if (row[Outcome] == CorpusRow.Refused)
        {
            Assert.That(arrived, Is.Null, $"{row}: should be refused");
            return;
        }

        Assert.That(arrived, Is.Not.Null, $"{row}: should be taken");
        Assert.That(arrived!.Headers, Has.Count.EqualTo(2), $"{row}: Host and the one line");
        Assert.That(arrived.All(row[Name]), Has.Count.EqualTo(1), row.ToString());
        Assert.That(arrived.Headers.Single(static header => header.Name != "Host").Value, Is.EqualTo(Encoding.ASCII.GetBytes(row[Value])), row.ToString());
    }
}
