using System.Net;
using AuthProfiles.Zendesk.Tests.Support;
using RichardSzalay.MockHttp;

namespace AuthProfiles.Zendesk.Tests.Uploads;

/// <summary>Attached files: streamed, whole or an error, and read elsewhere without the credential.</summary>
[TestFixture]
public sealed class DownloadTests
{
    private const string Link = "https://acme.zendesk.com/attachments/token/abc/?name=screen.png";
    private const string Files = "https://p16.zdusercontent.example/attachment/1?token=xyz";

    [Test]
    public async Task A_file_is_read_where_a_redirect_leads_and_no_credential_goes_there()
    {
        await using var app = ZendeskApp.WithSupport(("Subdomain", "acme"), ("Token", "t"));
        app.Network.Expect(Link).WithHeaders("Authorization", "Bearer t").Respond(static () => Task.FromResult(new HttpResponseMessage(HttpStatusCode.Found) { Headers = { Location = new(Files) } }));
        app.Network.Expect(Files).With(static request => request.Headers.Authorization is null).Respond("image/png", "pixels");

        await using var file = await app.Zendesk.Uploads.DownloadAsync(new() { Id = 1, ContentUrl = Link });
        using var reader = new StreamReader(file);

        Assert.That(await reader.ReadToEndAsync(), Is.EqualTo("pixels"));
        app.Network.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task A_file_elsewhere_is_read_without_the_credential()
    {
        await using var app = ZendeskApp.WithSupport(("Subdomain", "acme"), ("Token", "t"));
        app.Network.Expect(Files).With(static request => request.Headers.Authorization is null).Respond("image/png", "pixels");

        await using var file = await app.Zendesk.Uploads.DownloadAsync(new() { Id = 1, ContentUrl = Files });

        app.Network.VerifyNoOutstandingExpectation();
    }

    [Test]
    public async Task A_large_file_is_never_in_memory()
    {
        const long Length = 100 * 1024 * 1024;
        await using var content = new GeneratedStream(Length);
        using var service = Answering(content);
        await using var sink = new WatchedSink(content);

        await using (var file = await service.Client().Uploads.DownloadAsync(Attachment()))
        {
            await file.CopyToAsync(sink);
            Assert.That(file.Position, Is.EqualTo(Length));
        }

        Assert.That((sink.Length, sink.IsDamaged, content.IsDisposed), Is.EqualTo((Length, false, true)));
        Assert.That(sink.MostOnItsWay, Is.LessThan(1024 * 1024));
    }

    [TestCase(true, null)]
    [TestCase(false, 11L)]
    public async Task A_file_that_ends_too_early_is_an_error(bool isDeclared, long? size)
    {
        await using var content = new GeneratedStream(10);
        using var service = Answering(content, isDeclared ? 11 : null);
        await using var file = await service.Client().Uploads.DownloadAsync(Attachment() with { Size = size });

        var error = await Assert.CatchAsync<ZendeskException>(() => file.CopyToAsync(Stream.Null));

        Assert.That((error!.Kind, error.IsTransient), Is.EqualTo((ZendeskErrorKind.IncompleteAnswer, true)));
        Assert.That(error.Message, Does.Contain("after 10 of 11 bytes"));
    }

    [Test]
    public async Task What_the_answer_says_of_its_length_counts_before_what_the_record_said()
    {
        await using var content = new GeneratedStream(10);
        using var service = Answering(content, 10);

        await using var file = await service.Client().Uploads.DownloadAsync(Attachment() with { Size = 5000 });
        await file.CopyToAsync(Stream.Null);

        Assert.That(file.Position, Is.EqualTo(10), "The file may have been redacted since.");
    }

    [Test]
    public async Task A_file_that_breaks_off_is_an_error()
    {
        using var service = Answering(new BrokenStream());
        await using var file = await service.Client().Uploads.DownloadAsync(Attachment());

        var error = await Assert.CatchAsync<ZendeskException>(() => file.CopyToAsync(Stream.Null));

        Assert.That((error!.Kind, error.InnerException), Is.EqualTo((ZendeskErrorKind.IncompleteAnswer, error.InnerException)));
        Assert.That(error.InnerException, Is.TypeOf<IOException>());
    }

    [Test]
    public async Task A_file_that_stalls_is_an_error_and_one_that_is_slow_is_not()
    {
        var clock = new SteppedClock(DateTimeOffset.UnixEpoch);
        await using var content = new StalledStream("ab");
        using var service = Answering(content);
        await using var file = await service.Client(TimeSpan.FromSeconds(5), clock).Uploads.DownloadAsync(Attachment());
        var buffer = new byte[4];

        content.LetOneByteCome();
        Assert.That(await file.ReadAsync(buffer), Is.EqualTo(1));
        await content.UntilItIsReadAsync();
        clock.Advance(TimeSpan.FromSeconds(6));
        content.LetOneByteCome();
        Assert.That(await file.ReadAsync(buffer), Is.EqualTo(1), "A caller that is slow itself stalls nothing.");
        await content.UntilItIsReadAsync();
        var stalled = file.ReadAsync(buffer).AsTask();
        await content.UntilItIsReadAsync();
        clock.Advance(TimeSpan.FromSeconds(6));

        var error = await Assert.CatchAsync<ZendeskException>(() => stalled);
        Assert.That(error!.Kind, Is.EqualTo(ZendeskErrorKind.IncompleteAnswer));
        Assert.That(error.Message, Does.Contain("00:00:05"));
    }

    [Test]
    public async Task The_caller_can_end_the_reading()
    {
        await using var content = new StalledStream("a");
        using var service = Answering(content);
        using var enough = new CancellationTokenSource();
        await using var file = await service.Client().Uploads.DownloadAsync(Attachment());

        var reading = file.ReadAsync(new byte[1], enough.Token).AsTask();
        await content.UntilItIsReadAsync();
        await enough.CancelAsync();

        Assert.That(() => reading, Throws.InstanceOf<OperationCanceledException>());
    }

    [Test]
    public async Task A_file_is_read_once_forward_and_never_by_a_blocked_thread()
    {
        await using var content = new GeneratedStream(10);
        using var service = Answering(content);
        await using var file = await service.Client().Uploads.DownloadAsync(Attachment());

        Assert.That((file.CanRead, file.CanSeek, file.CanWrite), Is.EqualTo((true, false, false)));
        Assert.That(() => file.ReadByte(), Throws.TypeOf<NotSupportedException>().With.Message.Contains("asynchronously"));
        Assert.That(await file.ReadAsync(new byte[4].AsMemory(1, 2)), Is.EqualTo(2));
        Assert.That(file.Position, Is.EqualTo(2));
    }

    [Test]
    public async Task A_file_that_is_gone_is_an_error_that_shows_nothing_of_its_address()
    {
        using var service = new StubService(static _ => new HttpResponseMessage(HttpStatusCode.Gone));

        var error = await Assert.CatchAsync<ZendeskException>(() => service.Client().Uploads.DownloadAsync(Attachment()));

        Assert.That(error!.Kind, Is.EqualTo(ZendeskErrorKind.NotFound));
        Assert.That(error.ToString(), Does.Contain("acme.zendesk.com").And.Not.Contain("abc").And.Not.Contain("screen"));
    }

    private static Attachment Attachment() => new() { Id = 1, ContentUrl = Link.Replace("com/", "com/mounted/", StringComparison.Ordinal) };

    private static StubService Answering(Stream content, long? length = null) => new(_ =>
    {
        var answer = new HttpResponseMessage(HttpStatusCode.OK) { Content = new StreamContent(content) };
        answer.Content.Headers.ContentLength = length;
        return answer;
    });
}
