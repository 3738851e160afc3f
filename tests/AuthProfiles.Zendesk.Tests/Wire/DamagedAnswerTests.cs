using System.Globalization;
using System.Net;
using System.Text;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Wire;

/// <summary>Answers that are damaged somewhere are values or a typed error, and nothing else. The environment variable <c>AUTHPROFILES_FUZZ</c> says how many; the default is some thousands.</summary>
[TestFixture]
public sealed class DamagedAnswerTests
{
    private const int Usual = 4_000;

    private static readonly byte[] Page = Encoding.UTF8.GetBytes(
        """
        {"tickets":[{"id":35436,"url":"https://acme.zendesk.com/api/v2/tickets/35436.json","via":{"channel":"email","source":{"from":{"address":"a@b.example","name":"\u00c4nne"},"to":{},"rel":null}},"created_at":"2009-07-20T22:55:29Z",
        "subject":"Fire","raw_subject":"Fire","status":"open","priority":null,"tags":["a","b"],"custom_fields":[{"id":9000000000001,"value":"x"},{"id":2,"value":12.5},{"id":3,"value":["y","z"]},{"id":4,"value":null}],
        "satisfaction_rating":{"score":"good","comment":"ok","id":7},"fields":[{"id":9000000000001,"value":"x"},{"id":2,"value":12.5},{"id":3,"value":["y","z"]},{"id":4,"value":null}],"collaborator_ids":[1,"2"],"is_public":true,"unknown":{"deep":[[[{}]]]}}],
        "users":[{"id":1,"name":"U"}],"meta":{"has_more":false,"after_cursor":"xyz"},"links":{"next":null},"count":1}
        """);

    private static int Count => int.TryParse(Environment.GetEnvironmentVariable("AUTHPROFILES_FUZZ"), NumberStyles.None, CultureInfo.InvariantCulture, out var count) ? count : Usual;

    [Test]
    public async Task A_damaged_page_is_a_page_or_a_typed_error()
    {
        var random = new Random(11);
        var damaged = Page;
        using var service = new StubService(_ => new(HttpStatusCode.OK) { Content = new ByteArrayContent(damaged) });
        var client = service.Client().KeepingUnknownMembers();
        var pages = 0;
        for (var i = 0; i < Count; i++)
        {
            damaged = Damage(random);
            try
            {
                var page = await client.Tickets.ListPageAsync();
                _ = page.Items.Select(static ticket => ticket.AdditionalProperties.Count + ticket.ToString().Length).Sum();
                pages++;
            }
            catch (ZendeskException exception)
            {
                Assert.That(exception.Kind, Is.EqualTo(ZendeskErrorKind.UnexpectedAnswer), Encoding.UTF8.GetString(damaged));
            }

            service.Requests.Clear();
        }

        Assert.That(pages, Is.InRange(Count / 20, Count * 19 / 20), "the damage is neither too small nor too large");
    }

    private static byte[] Damage(Random random)
    {
        var bytes = Page.ToList();
        for (var changes = random.Next(1, 4); changes > 0; changes--)
        {
            var at = random.Next(bytes.Count);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes.RemoveAt(at);
                    break;
                case 2:
                    bytes.Insert(at, "[]{}\",:0-\\u"u8[random.Next(11)]);
                    break;
                case 3:
                    bytes.RemoveRange(at, Math.Min(random.Next(20), bytes.Count - at));
                    break;
                default:
                    // A digit or a letter in the place of another leaves it JSON, with another meaning.
                    bytes[at] = char.IsAsciiLetterOrDigit((char)bytes[at]) ? (byte)"az09"[random.Next(4)] : bytes[at];
                    break;
            }
        }

        return [.. bytes];
    }
}
