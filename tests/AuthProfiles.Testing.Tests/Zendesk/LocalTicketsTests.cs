using System.Text;

namespace AuthProfiles.Testing.Zendesk;

public sealed class LocalTicketsTests
{
    private LocalServices _local = null!;

    [SetUp]
    public void Start() => _local = new LocalServices();

    [TearDown]
    public async Task StopAsync() => await _local.DisposeAsync();

    [Test]
    public void Lines_become_tickets_with_requesters()
    {
        var added = Load("""
            {"subject":"Imprimante","description":"Elle brûle","requester":{"name":"Zoé","email":"zoe@example.com"},"priority":"high","status":"pending","tags":["Feu"],"created_at":"2029-05-01T08:00:00+02:00","language":"fr","note":"ignored"}

            {"subject":"Only a subject"}
            """);
        var tickets = _local.Zendesk.Tickets.ToList();

        Assert.Multiple(() =>
        {
            Assert.That(added, Is.EqualTo(2));
            Assert.That(tickets[0].Description, Is.EqualTo("Elle brûle"));
            Assert.That(tickets[0].CreatedAt, Is.EqualTo(new DateTimeOffset(2029, 5, 1, 6, 0, 0, TimeSpan.Zero)));
            Assert.That((tickets[0].Status, tickets[0].Priority, tickets[0].Tags[0]), Is.EqualTo(("pending", "high", "feu")));
            Assert.That(_local.Zendesk.Users.Single(user => user.Id == tickets[0].RequesterId), Has.Property("Name").EqualTo("Zoé").And.Property("Locale").EqualTo("fr"));
            Assert.That((tickets[1].Description, tickets[1].Status, tickets[1].CreatedAt), Is.EqualTo(("Only a subject", "open", ManualClock.Start)));
        });
    }

    [TestCase("{}", "'subject' is missing")]
    [TestCase("[]", "not a JSON object")]
    [TestCase("{", "not a JSON object")]
    [TestCase("{\"subject\":\"\\ud800\"}", "half a character")]
    [TestCase("{\"subject\":\"x\",\"tags\":[{\"\\ud800\":1}]}", "half a character")]
    [TestCase("{\"subject\":\"x\",\"status\":\"burning\"}", "'status' is one of")]
    [TestCase("{\"subject\":\"x\",\"priority\":\"extreme\"}", "'priority' is one of")]
    [TestCase("{\"subject\":\"x\",\"created_at\":\"yesterday\"}", "'created_at'")]
    public void A_bad_line_is_named_and_nothing_is_added(string line, string problem)
    {
        Assert.That(() => Load("{\"subject\":\"fine\"}\n" + line), Throws.InstanceOf<FormatException>().With.Message.StartsWith("Line 2").And.Message.Contains(problem));
        Assert.That(_local.Zendesk.Tickets, Is.Empty);
    }

    [Test]
    public void A_ticket_with_a_status_that_zendesk_does_not_know_is_refused() =>
        Assert.That(() => _local.Zendesk.Tickets.Add("x", status: "burning"), Throws.ArgumentException);

    [Test]
    public async Task Tickets_added_at_once_get_ids_of_their_own()
    {
        var tickets = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() => _local.Zendesk.Tickets.Add("x"))));

        Assert.That(tickets.Select(ticket => ticket.Id), Is.Unique);
        Assert.That(_local.Zendesk.Tickets, Has.Count.EqualTo(200));
    }

    private int Load(string lines)
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(lines));
        return _local.Zendesk.Tickets.LoadJsonLines(stream);
    }
}
