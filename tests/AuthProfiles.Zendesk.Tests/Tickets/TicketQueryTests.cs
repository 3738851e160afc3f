namespace AuthProfiles.Zendesk.Tests.Tickets;

[TestFixture]
public sealed class TicketQueryTests
{
    private static readonly DateTimeOffset Day = new(2026, 1, 31, 1, 0, 0, TimeSpan.FromHours(2));

    private static IEnumerable<TestCaseData> Queries()
    {
        yield return Of(new TicketQuery().Text("printer"), "printer");
        yield return Of(new TicketQuery().Text("on fire"), "\"on fire\"");
        yield return Of(new TicketQuery().WithStatus(TicketStatus.Open).WithPriority(TicketPriority.High).WithType(TicketType.Incident), "status:open priority:high ticket_type:incident");
        yield return Of(new TicketQuery().BeforeStatus(TicketStatus.Solved), "status<solved");
        yield return Of(new TicketQuery().WithTag("vip").WithTag("needs-review"), "tags:vip tags:\"needs-review\"");
        yield return Of(new TicketQuery().WhereNot("tags", "invoice"), "-tags:invoice");
        yield return Of(new TicketQuery().WhereNone("assignee"), "assignee:none");
        yield return Of(new TicketQuery().WithId("assignee", 9_000_000_000_001), "assignee:9000000000001");
        yield return Of(new TicketQuery().WithCustomField(9_000_000_000_001, "a b"), "custom_field_9000000000001:\"a b\"");
        yield return Of(new TicketQuery().WhereAfter("created", Day).WhereBefore("updated", Day), "created>2026-01-30T23:00:00Z updated<2026-01-30T23:00:00Z");

        static TestCaseData Of(TicketQuery query, string expected) => new TestCaseData(query, expected).SetArgDisplayNames(expected);
    }

    [TestCaseSource(nameof(Queries))]
    public void A_query_is_written_as_Zendesk_takes_it(TicketQuery query, string expected) => Assert.That((string)query, Is.EqualTo(expected));

    [TestCase("x\" status:closed \"", "\"x  status:closed\"")]
    [TestCase("-tags:a", "\"-tags:a\"")]
    [TestCase("a\r\nb", "\"a  b\"")]
    [TestCase("none", "\"none\"")]
    [TestCase("type:user", "\"type:user\"")]
    [TestCase("a*", "\"a*\"")]
    public void A_text_never_becomes_an_instruction(string text, string expected)
    {
        Assert.That(new TicketQuery().Text(text).ToString(), Is.EqualTo(expected));
        Assert.That(new TicketQuery().Where("subject", text).ToString(), Is.EqualTo($"subject:{expected}"));
    }

    [TestCase("a b")]
    [TestCase("-status")]
    [TestCase("status:open x")]
    [TestCase("")]
    public void A_member_has_a_plain_name(string member)
    {
        Assert.That(() => new TicketQuery().Where(member, "x"), Throws.ArgumentException);
        Assert.That(() => new TicketQuery().WhereNot(member, "x"), Throws.ArgumentException);
        Assert.That(() => new TicketQuery().WhereNone(member), Throws.ArgumentException);
        Assert.That(() => new TicketQuery().WhereAfter(member, Day), Throws.ArgumentException);
    }

    [TestCase("")]
    [TestCase(" \"\" ")]
    public void A_text_says_something(string text) => Assert.That(() => new TicketQuery().Text(text), Throws.ArgumentException);

    [Test]
    public void A_query_does_not_change()
    {
        var open = new TicketQuery().WithStatus(TicketStatus.Open);

        _ = open.WithTag("a");

        Assert.That(open.ToString(), Is.EqualTo("status:open"));
    }
}
