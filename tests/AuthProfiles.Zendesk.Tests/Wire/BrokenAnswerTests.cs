using System.Net;
using System.Text;
using AuthProfiles.Zendesk.Tests.Support;

namespace AuthProfiles.Zendesk.Tests.Wire;

/// <summary>Answers that break off or are none: what is asked again, and what an error may say.</summary>
[TestFixture]
public sealed class BrokenAnswerTests
{
    private static readonly NewTicket Fire = new() { Subject = "Fire", Comment = Comment.Public("It burns.") };

    [Test]
    public async Task A_creation_whose_answer_breaks_off_is_sent_again_under_its_key()
    {
        var calls = 0;
        using var service = new StubService(_ => ++calls == 1 ? Broken() : StubService.JsonAnswer("""{"ticket":{"id":7}}""", HttpStatusCode.Created));

        var ticket = await service.Client().Tickets.CreateAsync(Fire);

        Assert.That(ticket.Id, Is.EqualTo(7));
        Assert.That(service.Requests.Select(static request => request.Headers["Idempotency-Key"]).Distinct().Count(), Is.EqualTo(1));
        Assert.That(service.Requests.Select(static request => request.Body).Distinct().Count(), Is.EqualTo(1));
    }

    [Test]
    public async Task A_creation_that_stays_without_an_answer_tells_its_key()
    {
        using var service = new StubService(_ => Broken());

        var error = await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.CreateAsync(Fire));

        Assert.That((error!.Kind, error.IsTransient, service.Requests.Count), Is.EqualTo((ZendeskErrorKind.IncompleteAnswer, true, 3)));
        Assert.That(error.IdempotencyKey, Is.EqualTo(service.Requests[0].Headers["Idempotency-Key"]));
    }

    [TestCase(HttpStatusCode.BadGateway)]
    [TestCase(HttpStatusCode.TooManyRequests)]
    public async Task A_refused_creation_tells_its_key_too(HttpStatusCode status)
    {
        using var service = new StubService(_ => new(status));

        var error = await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.CreateAsync(Fire));

        Assert.That(error!.IdempotencyKey, Is.EqualTo(service.Only.Headers["Idempotency-Key"]));
    }

    [Test]
    public async Task What_may_not_come_twice_is_not_asked_again_and_is_no_matter_of_the_moment()
    {
        using var service = new StubService(_ => Broken());

        var error = await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.UpdateAsync(1, new() { Comment = Comment.Public("x") }));

        Assert.That((error!.Kind, error.IsTransient, service.Requests.Count), Is.EqualTo((ZendeskErrorKind.IncompleteAnswer, false, 1)));
    }

    [TestCase("token rejected: Bearer S3CRET-abc by proxy\r\n2026-11-21 ERROR forged line")]
    [TestCase("""{"ticket":{"id":1,"subject":nope S3CRET-abc}}""")]
    [TestCase("""{"ticket":{"id":1} S3CRET-abc""")]
    [TestCase("fals\u202eS3CRET-abc")]
    public async Task An_answer_that_is_no_JSON_is_not_quoted(string body)
    {
        using var service = new StubService(_ => new(HttpStatusCode.OK) { Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body)) });

        var error = await Assert.CatchAsync<ZendeskException>(() => service.Client().Tickets.GetAsync(1));

        Assert.That(error!.Kind, Is.EqualTo(ZendeskErrorKind.UnexpectedAnswer));
        Assert.That(error.ToString(), Does.Not.Contain("S3CRET").And.Not.Contain("forged").And.Not.Contain("\u202e"));
        Assert.That(error.InnerException!.Message, Does.Contain("line 1, byte "));
    }

    [TestCase(int.MaxValue)]
    [TestCase(long.MaxValue)]
    public async Task A_length_that_is_promised_and_not_kept_takes_no_memory(long promised)
    {
        using var service = new StubService(_ =>
        {
            var answer = StubService.JsonAnswer("""{"ticket":{"id":1}}""");
            answer.Content.Headers.ContentLength = promised;
            return answer;
        });
        var client = service.Client();
        await client.Tickets.GetAsync(1);
        var before = GC.GetAllocatedBytesForCurrentThread();

        await client.Tickets.GetAsync(1);

        Assert.That(GC.GetAllocatedBytesForCurrentThread() - before, Is.LessThan(8 * 1024 * 1024));
    }

    private static HttpResponseMessage Broken() => new(HttpStatusCode.Created) { Content = new StreamContent(new BrokenStream()) };
}
