using System.Net;
using System.Text;
using AuthProfiles.Zendesk.Tests.Support;
using Microsoft.Extensions.DependencyInjection;
using RichardSzalay.MockHttp;

namespace AuthProfiles.Zendesk.Tests.Uploads;

[TestFixture]
public sealed class UploadTests
{
    private const string Address = "https://acme.zendesk.com/api/v2/uploads?filename=a.bin";
    private const string Answer = """{"upload":{"token":"LXJdriewLBP8JrtzzkN7Ne4k6"}}""";

    [Test]
    public async Task A_large_file_is_never_in_memory()
    {
        const long Length = 100 * 1024 * 1024;
        await using var file = new GeneratedStream(Length);
        await using var sink = new WatchedSink(file);
        await using var app = App();
        app.Network.Expect(HttpMethod.Post, Address).WithHeaders("Authorization", "Bearer t").Respond(async request =>
        {
            await request.Content!.CopyToAsync(sink);
            return StubService.JsonAnswer(Answer, HttpStatusCode.Created);
        });

        var before = GC.GetTotalAllocatedBytes(precise: true);
        await app.Zendesk.Uploads.CreateAsync(file, "a.bin", "application/octet-stream");
        var allocated = GC.GetTotalAllocatedBytes(precise: true) - before;

        Assert.That((sink.Length, sink.IsDamaged), Is.EqualTo((Length, false)));
        Assert.That(sink.MostOnItsWay, Is.LessThan(1024 * 1024));
        Assert.That(allocated, Is.LessThan(Length / 4), "Other tests may allocate too.");
    }

    [Test]
    public async Task A_file_begins_where_its_stream_stands_and_stays_the_callers()
    {
        await using var file = new MemoryStream("0123456789"u8.ToArray()) { Position = 4 };
        using var service = StubService.Json(Answer, HttpStatusCode.Created);

        var upload = await service.Client().Uploads.CreateAsync(file, "a.txt", "text/plain; charset=utf-8");

        Assert.That((service.Only.Body, service.Only.ContentType), Is.EqualTo(("456789", "text/plain; charset=utf-8")));
        Assert.That((file.CanRead, upload.Token), Is.EqualTo((true, "LXJdriewLBP8JrtzzkN7Ne4k6")));
    }

    [Test]
    public async Task A_file_that_may_have_been_taken_is_not_sent_again()
    {
        await using var file = new MemoryStream(new byte[10]);
        await using var app = App();
        app.Network.When("*").Respond(static async request =>
        {
            await request.Content!.CopyToAsync(Stream.Null);
            return new HttpResponseMessage(HttpStatusCode.BadGateway);
        });

        var error = await Assert.CatchAsync<ZendeskException>(() => app.Zendesk.Uploads.CreateAsync(file, "a.bin", "application/octet-stream"));

        Assert.That((error!.Kind, app.Requests.Count), Is.EqualTo((ZendeskErrorKind.Unavailable, 1)));
    }

    [TestCase(true, 2)]
    [TestCase(false, 1)]
    public async Task Where_it_was_certainly_not_taken_it_goes_again_whole_if_it_can(bool canSeek, int attempts)
    {
        await using Stream file = canSeek ? new MemoryStream([0, 1]) : new GeneratedStream(2);
        var bodies = new List<byte[]>();
        await using var app = new ZendeskApp(
            static services => services.AddSingleton<TimeProvider>(new InstantClock()).AddZendesk("support"),
            ("AuthProfiles:Zendesk:support:Subdomain", "acme"),
            ("AuthProfiles:Zendesk:support:Token", "t"));
        app.Network.When("*").Respond(async request =>
        {
            using var body = new MemoryStream();
            await request.Content!.CopyToAsync(body);
            bodies.Add(body.ToArray());
            if (bodies.Count == 2)
            {
                return StubService.JsonAnswer(Answer, HttpStatusCode.Created);
            }

            var limited = StubService.JsonAnswer("{}", HttpStatusCode.TooManyRequests);
            limited.Headers.RetryAfter = new(TimeSpan.Zero);
            return limited;
        });

        try
        {
            await app.Zendesk.Uploads.CreateAsync(file, "a.bin", "application/octet-stream");
        }
        catch (ZendeskException error) when (error.Kind == ZendeskErrorKind.RateLimited)
        {
            Assert.That(canSeek, Is.False);
        }

        Assert.That(bodies, Has.Count.EqualTo(attempts).And.All.EqualTo(new byte[] { 0, 1 }));
    }

    [Test]
    public async Task A_file_that_can_t_be_read_to_its_end_is_an_error_and_not_a_shorter_file()
    {
        await using var file = new BrokenStream();
        using var http = new HttpClient(new CopyingHandler()) { BaseAddress = new("https://acme.zendesk.com/") };

        var error = await Assert.CatchAsync<HttpRequestException>(() => new ZendeskClient(http).Uploads.CreateAsync(file, "a.bin", "application/octet-stream"));

        Assert.That(error!.InnerException, Is.TypeOf<IOException>());
        Assert.That(file.CanRead, Is.True);
    }

    [Test]
    public async Task A_file_is_not_read_any_more_when_the_call_is_over()
    {
        await using var file = new MemoryStream("abc"u8.ToArray());
        using var handler = new EarlyHandler();
        using var http = new HttpClient(handler) { BaseAddress = new("https://acme.zendesk.com/") };

        await new ZendeskClient(http).Uploads.CreateAsync(file, "a.bin", "application/octet-stream");

        Assert.That(() => handler.Body!.ReadByte(), Throws.TypeOf<ObjectDisposedException>());
        Assert.That((file.CanRead, file.Position), Is.EqualTo((true, 0L)));
    }

    [Test]
    public async Task The_members_of_an_upload_are_read()
    {
        using var service = StubService.Json("""
            {"upload":{"attachment":{"content_type":"image/png","content_url":"https://company.zendesk.com/attachments/token/tyBq/?name=crash.png","deleted":false,"file_name":"crash.png","height":"62","id":1503729607981,"inline":false,
            "mapped_content_url":"https://company.zendesk.com/attachments/token/tyBq/?name=crash.png","size":5172,"thumbnails":[],"url":"https://company.zendesk.com/api/v2/attachments/1503729607981.json","width":"80"},
            "attachments":[{"id":7},{"id":1503729607981,"file_name":"crash.png"}],"token":"LXJdriewLBP8JrtzzkN7Ne4k6","expires_at":"2026-11-21T13:00:00Z"}}
            """);
        await using var file = new MemoryStream();

        var upload = await service.Client().KeepingUnknownMembers().Uploads.CreateAsync(file, "crash.png", "image/png");

        Assert.That((upload.Token, upload.Attachment!.Id, upload.Attachment.Height, upload.Attachment.Width), Is.EqualTo(("LXJdriewLBP8JrtzzkN7Ne4k6", 1503729607981, 62L, 80L)));
        Assert.That(upload.Attachments.Select(attachment => attachment.Id), Is.EqualTo(new[] { 7L, 1503729607981 }));
        Assert.That(upload.AdditionalProperties.Keys, Is.EqualTo(new[] { "expires_at" }));
    }

    [TestCase("{}")]
    [TestCase("""{"upload":{"attachment":{"id":1}}}""")]
    [TestCase("""{"upload":{"token":""}}""")]
    [TestCase("""{"upload":"token"}""")]
    public async Task An_upload_without_a_token_is_an_error(string body)
    {
        using var service = StubService.Json(body, HttpStatusCode.Created);
        await using var file = new MemoryStream();

        var error = await Assert.CatchAsync<ZendeskException>(() => service.Client().Uploads.CreateAsync(file, "a.txt", "text/plain"));

        Assert.That(error!.Kind, Is.EqualTo(ZendeskErrorKind.UnexpectedAnswer));
    }

    [Test]
    public async Task A_token_is_shown_nowhere()
    {
        using var service = StubService.Json("""{"error":"RecordNotFound"}""", HttpStatusCode.NotFound);
        var upload = new Upload { Token = "s3cret", Attachment = new() { Id = 1, FileName = "a.png", ContentUrl = "https://acme.zendesk.com/attachments/token/s3cret/" } };
        await using var file = new MemoryStream(Encoding.UTF8.GetBytes("x"));

        var deletion = await Assert.CatchAsync<ZendeskException>(() => service.Client().Uploads.DeleteAsync("s3cret"));
        var addition = await Assert.CatchAsync<ZendeskException>(() => service.Client().Uploads.CreateAsync(file, "a.txt", "text/plain", "s3cret"));

        Assert.That($"{upload} {upload.Attachment} {deletion} {addition}", Does.Not.Contain("s3cret").And.Contain("a.png"));
        Assert.That(deletion!.Message, Does.Contain("DELETE api/v2/uploads/… with 404"));
    }

    private static ZendeskApp App() => ZendeskApp.WithSupport(("Subdomain", "acme"), ("Token", "t"));

    /// <summary>Sends the body nowhere, as a connection would that works.</summary>
    private sealed class CopyingHandler : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            return StubService.JsonAnswer(Answer, HttpStatusCode.Created);
        }
    }

    /// <summary>Answers before it has read the body, and goes on holding it, as a connection of HTTP/2 may.</summary>
    private sealed class EarlyHandler : HttpMessageHandler
    {
        public Stream? Body { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Body = await request.Content!.ReadAsStreamAsync(cancellationToken);
            return StubService.JsonAnswer(Answer, HttpStatusCode.Created);
        }
    }
}
