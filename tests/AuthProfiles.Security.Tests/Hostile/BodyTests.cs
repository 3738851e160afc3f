using System.Net.Http.Headers;
using System.Text;
using AuthProfiles.Security.Tests.Hostile.Wire;

namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>JSON bodies that a secret is put into: it arrives once, in its place, and every other byte is as it was, or nothing is sent.</summary>
internal sealed class BodyTests(string culture) : CultureFixture(culture)
{
    private const int ContentType = 1;
    private const int Key = 2;
    private const int Body = 3;
    private const int Outcome = 4;
    private const string Secret = "s3cret";

    [TestCaseSource(typeof(Corpus), nameof(Corpus.Bodies))]
    public async Task A_body_gets_the_secret_in_its_place_and_is_else_the_same_or_nothing_is_sent(CorpusClass rows)
    {
        await using var network = new RawListener();
        foreach (var group in rows.Rows.GroupBy(static row => row[Key], StringComparer.Ordinal))
        {
            await using var app = new HostileApp(network, HostileApp.WithInput(network.Address.AbsoluteUri, AuthorizationField.Payload(group.Key, "{{key}}"), Secret));
            using var client = app.CreateClient();
            foreach (var row in group)
            {
                using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(row[Body]));
                content.Headers.ContentType = MediaTypeHeaderValue.Parse(row[ContentType]);

                var arrived = await network.TryAsync(row, () => client.PostAsync("items", content));

                Assert.That(arrived?.Body, Is.EqualTo(Expected(row) is { } expected ? Encoding.UTF8.GetBytes(expected) : null), row.ToString());
                Assert.That(arrived?.All("Content-Length").Count ?? 1, Is.EqualTo(1), row.ToString());
            }
        }
    }

    private static string? Expected(CorpusRow row) => row[Outcome] switch
    {
        CorpusRow.Refused => null,
        "=" => row[Body],
        "+" => WithMember(row[Body], row[Key]),
        var whole => whole,
    };

    // The oracle: behind the first brace, with a comma where something follows.
    private static string WithMember(string body, string key)
    {
        var inside = body.IndexOf('{', StringComparison.Ordinal) + 1;
        var names = key.TrimStart('/').Split('/');
        var member = string.Concat(names.Select((name, index) => (index == 0 ? string.Empty : "{") + $"\"{name}\":")) + $"\"{Secret}\"" + new string('}', names.Length - 1);
        var comma = body[inside..].TrimStart(' ', '\t', '\r', '\n')[0] == '}' ? string.Empty : ",";
        return body[..inside] + member + comma + body[inside..];
    }
}
