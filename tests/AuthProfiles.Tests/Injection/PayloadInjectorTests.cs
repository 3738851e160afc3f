using System.Net;
using System.Net.Http.Json;
using System.Text;
using AuthProfiles.Injection;

namespace AuthProfiles.Tests.Injection;

internal sealed class PayloadInjectorTests
{
    private static readonly CredentialField Field = CredentialField.Payload("k", "v");

    [TestCase("GET")]
    [TestCase("HEAD")]
    [TestCase("DELETE")]
    [TestCase("TRACE")]
    [TestCase("get")]
    public async Task A_method_whose_body_has_no_meaning_is_refused_with_and_without_one(string method)
    {
        using var request = Sent.Json("{}");
        request.Method = new(method);
        Assert.That((await Sent.RefusalAsync(request, Field)).Message, Does.Contain(method).And.Contain("header"));
        request.Content = null;
        await Sent.RefusalAsync(request, Field);
    }

    [TestCase("POST")]
    [TestCase("PUT")]
    [TestCase("PATCH")]
    [TestCase("QUERY")]
    [TestCase("PURGE")]
    public async Task Every_other_method_carries_it_but_not_without_a_body(string method)
    {
        using var request = Sent.Json("{}");
        request.Method = new(method);
        Assert.That(await Sent.BodyAsync(request, Field), Is.EqualTo("""{"k":"v"}"""));
        request.Content = null;
        Assert.That((await Sent.RefusalAsync(request, Field)).Message, Does.Contain("no body"));
    }

    [TestCase(null)]
    [TestCase("text/plain")]
    [TestCase("text/xml")]
    [TestCase("application/xml")]
    [TestCase("application/octet-stream")]
    [TestCase("application/x-ndjson")]
    [TestCase("application/json-seq")]
    [TestCase("application/jsonp")]
    [TestCase("application/grpc")]
    public async Task A_body_of_another_type_is_refused(string? type) =>
        Assert.That((await Sent.RefusalAsync(Sent.Post("{}"u8.ToArray(), type), Field)).Message, Does.Contain(type ?? "no content type"));

    [TestCase("")]
    [TestCase("json")]
    [TestCase("application/json, text/plain")]
    [TestCase("application/json;;")]
    [TestCase("application/json; charset")]
    [TestCase("a\r\nb: c")]
    public async Task A_type_that_is_none_is_refused(string type)
    {
        var request = Sent.Post("{}"u8.ToArray(), contentType: null);
        HeaderLine.TryWrite(request.Content!.Headers, "Content-Type", type);
        var before = RequestSnapshot.Of(request);
        try
        {
            var sent = await Sent.BodyAsync(request, Field);
            Assert.That(type, Does.StartWith("application/json;"), "a type that the platform reads as JSON");
            Assert.That(sent, Is.EqualTo("""{"k":"v"}"""));
        }
        catch (AuthorizationException e)
        {
            Assert.That(e.Message, Does.Not.Contain("\r"));
        }

        Assert.That(RequestSnapshot.Of(request), Is.EqualTo(before));
    }

    [TestCase("Content-Encoding", "gzip", true)]
    [TestCase("Content-Encoding", "identity", true)]
    [TestCase("Content-MD5", "Q2hlY2sgSW50ZWdyaXR5IQ==", true)]
    [TestCase("Content-Range", "bytes 0-1/2", true)]
    [TestCase("content-digest", "sha-256=:AAAA:", true)]
    [TestCase("Content-Digest", "sha-256=:AAAA:", false)]
    [TestCase("Digest", "sha-256=AAAA", false)]
    [TestCase("Digest", "sha-256=AAAA", true)]
    [TestCase("repr-digest", "sha-256=:AAAA:", false)]
    [TestCase("Signature", "sig1=:AAAA:", false)]
    [TestCase("Signature-Input", "sig1=()", false)]
    public async Task A_body_that_is_encoded_or_sealed_is_refused(string header, string value, bool ofContent)
    {
        using var request = Sent.Json("{}");
        if (ofContent)
        {
            HeaderLine.TryWrite(request.Content!.Headers, header, value);
        }
        else
        {
            HeaderLine.TryWrite(request.Headers, header, value);
        }

        Assert.That((await Sent.RefusalAsync(request, Field)).Message, Does.Contain(header));
    }

    [Test]
    public async Task A_body_may_be_as_long_as_the_limit_and_no_longer([Values] bool inMemory)
    {
        var body = Encoding.UTF8.GetBytes($$"""{"a":"{{new string('x', 9_992)}}"}""");
        Assert.That(body, Has.Length.EqualTo(10_000));
        HttpRequestMessage Request()
        {
            var request = Sent.Post(body, "application/json");
            if (!inMemory)
            {
                request.Content = new StreamContent(new MemoryStream(body), 100) { Headers = { { "Content-Type", "application/json" } } };
            }

            return request;
        }

        var credential = new Credential([Field]);
        await Injector.InjectAsync(credential, Request(), Sent.Rules with { PayloadLimit = 10_000 }, CancellationToken.None);
        foreach (var synchronously in new[] { false, true })
        {
            var request = Request();
            var before = RequestSnapshot.Of(request);
            var rules = Sent.Rules with { PayloadLimit = 9_999 };
            await Assert.ThatAsync(
                async () => _ = synchronously ? Injector.InjectSynchronously(credential, request, rules, CancellationToken.None) : await Injector.InjectAsync(credential, request, rules, CancellationToken.None),
                Throws.TypeOf<AuthorizationException>().With.Message.Contains("9999 bytes").And.Property(nameof(AuthorizationException.Kind)).EqualTo(AuthorizationErrorKind.InjectionRefused));
            Assert.That(RequestSnapshot.Of(request), Is.EqualTo(before));
        }
    }

    [Test]
    public void The_limit_is_four_mebibytes_by_default() => Assert.That(new InjectionRules("p", ConflictRule.Refuse).PayloadLimit, Is.EqualTo(4 * 1024 * 1024));

    [Test]
    public async Task An_object_that_is_serialised_while_it_is_sent_is_edited()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example.com/") { Content = JsonContent.Create(new Dictionary<string, string>(StringComparer.Ordinal) { ["a"] = new string('ü', 20_000) }) };
        var own = await Sent.BodyAsync(request);
        Assert.That(await Sent.BodyAsync(request, Field), Is.EqualTo("""{"k":"v",""" + own[1..]));
        Assert.That(request.Content.Headers.NonValidated.Contains("Content-Length"), Is.False);
    }

    [Test]
    public async Task A_stream_that_was_read_goes_out_also_where_nothing_was_to_be_put_in()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example.com/")
        {
            Content = new StreamContent(new OneWay("""{"k":"v"}"""u8.ToArray())) { Headers = { { "Content-Type", "application/json" } } },
        };
        Assert.That(await Sent.BodyAsync(request, Field), Is.EqualTo("""{"k":"v"}"""));
    }

    [Test]
    public async Task Slices_of_memory_are_edited_where_they_are()
    {
        var array = """[[{"a":1}]]"""u8.ToArray();
        var slice = new ByteArrayContent(array, 2, array.Length - 4) { Headers = { { "Content-Type", "application/json" } } };
        var memory = new ReadOnlyMemoryContent(array.AsMemory(2..^2)) { Headers = { { "Content-Type", "application/json" } } };
        foreach (var content in new HttpContent[] { slice, memory })
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example.com/") { Content = content };
            Assert.That(await Sent.BodyAsync(request, Field), Is.EqualTo("""{"k":"v","a":1}"""));
        }

        Assert.That(Encoding.UTF8.GetString(array), Is.EqualTo("""[[{"a":1}]]"""), "the caller's own bytes");
    }

    [Test]
    public async Task A_derived_content_is_read_as_it_writes_itself([Values] bool inPieces)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example.com/") { Content = inPieces ? new InPieces() : new FromOneBuffer() };
        Assert.That(await Sent.BodyAsync(request, Field), Is.EqualTo("""{"k":"v","a":1}"""));
    }

    [Test]
    public async Task A_buffered_content_is_edited()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example.com/") { Content = new StringContent("""{"a":1}""", Encoding.UTF8, "application/json") };
        await request.Content.LoadIntoBufferAsync();
        Assert.That(await Sent.BodyAsync(request, Field), Is.EqualTo("""{"k":"v","a":1}"""));
    }

    [Test]
    public async Task A_body_that_can_not_be_read_fails_with_its_own_error_and_nothing_stays()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example.com/") { Content = new Broken() };
        var before = RequestSnapshot.Of(request);
        var credential = new Credential([CredentialField.Header("X-First", "1"), Field]);
        await Assert.ThatAsync(async () => await Injector.InjectAsync(credential, request, Sent.Rules, CancellationToken.None), Throws.InstanceOf<HttpRequestException>());
        Assert.That(() => Injector.InjectSynchronously(credential, request, Sent.Rules, CancellationToken.None), Throws.InstanceOf<NotSupportedException>());
        Assert.That(RequestSnapshot.Of(request), Is.EqualTo(before));
    }

    [Test]
    public async Task A_cancelled_call_reads_no_body()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "https://api.example.com/") { Content = JsonContent.Create("x") };
        using var cancelled = new CancellationTokenSource();
        await cancelled.CancelAsync();
        var before = RequestSnapshot.Of(request);
        await Assert.ThatAsync(async () => await Injector.InjectAsync(new([Field]), request, Sent.Rules, cancelled.Token), Throws.InstanceOf<OperationCanceledException>());
        Assert.That(RequestSnapshot.Of(request), Is.EqualTo(before));
    }

    [Test]
    public async Task The_other_headers_of_the_content_go_along_as_they_are_written()
    {
        using var request = Sent.Post("{}"u8.ToArray(), contentType: null);
        var own = request.Content!.Headers;
        HeaderLine.TryWrite(own, "Content-Type", "application/json;charset=UTF-8");
        HeaderLine.TryWrite(own, "Content-Language", "de, en");
        HeaderLine.TryWrite(own, "Content-Disposition", "odd; ((");
        HeaderLine.TryWrite(own, "X-Own", "1");
        HeaderLine.TryWrite(own, "X-Own", "2");
        own.ContentLength = 2;
        await Injector.InjectAsync(new([Field]), request, Sent.Rules, CancellationToken.None);
        Assert.That(
            request.Content.Headers.NonValidated.Select(static header => $"{header.Key}: {header.Value}"),
            Is.EquivalentTo(new[] { "Content-Type: application/json;charset=UTF-8", "Content-Language: de, en", "Content-Disposition: odd; ((", "X-Own: 1, 2" }));
        Assert.That(request.Content.Headers.ContentLength, Is.EqualTo("""{"k":"v"}""".Length));
    }

    private sealed class OneWay(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }

    // Uses one buffer for every piece, as a content that encodes while it writes does.
    private sealed class InPieces : ByteArrayContent
    {
        public InPieces()
            : base("not this"u8.ToArray()) => Headers.Add("Content-Type", "application/json");

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            var buffer = new byte[1];
            foreach (var piece in """{"a":1}"""u8.ToArray())
            {
                buffer[0] = piece;
                await stream.WriteAsync(buffer, cancellationToken);
                await Task.Yield();
            }

            stream.Dispose();
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 7;
            return true;
        }
    }

    // Gives its buffer away as soon as it is written.
    private sealed class FromOneBuffer : ByteArrayContent
    {
        public FromOneBuffer()
            : base("not this"u8.ToArray()) => Headers.Add("Content-Type", "application/json");

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            var buffer = """{"a":1}"""u8.ToArray();
            var written = stream.WriteAsync(buffer, 0, buffer.Length, cancellationToken);
            Array.Clear(buffer);
            return written;
        }
    }

    private sealed class Broken : HttpContent
    {
        public Broken() => Headers.Add("Content-Type", "application/json");

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            await stream.WriteAsync("{\"a\":"u8.ToArray());
            throw new IOException("the disk is gone");
        }

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
