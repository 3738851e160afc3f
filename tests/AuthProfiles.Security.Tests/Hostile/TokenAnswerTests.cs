using System.Globalization;
using System.Text;
using AuthProfiles.Security.Tests.Hostile.Wire;
using AuthProfiles.Security.Tests.Retries;

namespace AuthProfiles.Security.Tests.Hostile;

/// <summary>Answers of a token endpoint: the token goes to the service byte by byte in one line, or the service hears nothing.</summary>
internal sealed class TokenAnswerTests(string culture) : CultureFixture(culture)
{
    private const int Status = 1;
    private const int ContentType = 2;
    private const int Body = 3;
    private const int Outcome = 4;
    private const string Bytes = "hex:";

    [TestCaseSource(typeof(Corpus), nameof(Corpus.TokenAnswers))]
    public async Task A_token_reaches_the_service_as_it_was_issued_or_the_service_hears_nothing(CorpusClass rows)
    {
        foreach (var row in rows.Rows)
        {
            await using var issuer = new RawListener(_ => RawListener.Answer(int.Parse(row[Status], CultureInfo.InvariantCulture), row[ContentType], BytesOf(row[Body])));
            await using var service = new RawListener();
            await using var app = new HostileApp(
                profiles => profiles.AddClientCredentials(HostileApp.Profile, options =>
                {
                    (options.BaseUrl, options.TokenUrl) = (service.Address.AbsoluteUri, issuer.Address + "token");
                    (options.ClientId, options.ClientSecret) = ("app", HostileApp.Secret);
                }),
                new ImpatientClock());

            Assert.That(await SendAsync(service, row, app), Is.EqualTo(row[Outcome]), row.ToString());
            Assert.That(issuer.Messages, Is.Not.Empty.And.All.Matches<RawMessage>(static message => message!.Line == "POST /token HTTP/1.1"), row.ToString());
        }
    }

    private static async Task<string> SendAsync(RawListener service, CorpusRow row, HostileApp app)
    {
        try
        {
            using var response = await app.CreateClient().GetAsync("items");
        }
        catch (AuthorizationException error)
        {
            Assert.That(service.Connections, Is.Zero, $"{row}: the service hears nothing");
            Assert.That($"{error}", Does.Not.Contain(HostileApp.Secret).And.Not.Contain("t0ken"), $"{row}: the refusal holds no secret");
            Assert.That(error.Message, Does.Match("^[ -~]*\u2026?[ -~]*$"), $"{row}: the refusal can be printed");
            return error.Kind.ToString();
        }

        const string Scheme = "Bearer ";
        var sent = service.Messages.Single();
        var line = sent.All("Authorization").Single();
        Assert.That((sent.Line, sent.Headers.Count, line[..Scheme.Length]), Is.EqualTo(("GET /items HTTP/1.1", 2, Scheme)), row.ToString());
        return line[Scheme.Length..];
    }

    private static byte[] BytesOf(string cell) => cell.StartsWith(Bytes, StringComparison.Ordinal) ? Convert.FromHexString(cell[Bytes.Length..]) : Encoding.UTF8.GetBytes(cell);
}
