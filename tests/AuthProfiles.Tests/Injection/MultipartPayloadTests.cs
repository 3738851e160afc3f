using System.Net.Http.Headers;
using System.Text;
using AuthProfiles.Injection;

namespace AuthProfiles.Tests.Injection;

internal sealed class MultipartPayloadTests
{
    private const string Ours = "--b\r\nContent-Disposition: form-data; name=\"k\"\r\n\r\nv\r\n";

    private static readonly CredentialField Field = CredentialField.Payload("k", "v");

    [Test]
    public async Task Our_part_goes_first_and_the_callers_parts_follow_as_they_are()
    {
        var form = Form();
        form.Add(new StringContent("{\"ü\":1}", Encoding.UTF8, "application/json"), "meta");
        form.Add(new ByteArrayContent([0, 255, 13, 10, 45, 45]), "file", "ü.bin");
        var request = Request(form);
        var theirs = await BytesAsync(request.Content!);
        var injection = await Injector.InjectAsync(new([Field]), request, Sent.Rules, CancellationToken.None);
        var sent = await BytesAsync(request.Content!);
        Assert.That(sent, Is.EqualTo((byte[])[.. Encoding.UTF8.GetBytes(Ours), .. theirs]));
        Assert.That(request.Content!.Headers.ContentLength, Is.EqualTo(sent.Length));
        injection.Restore();
        Assert.That(await BytesAsync(request.Content!), Is.EqualTo(theirs));
    }

    [Test]
    public async Task A_form_without_parts_gets_one() =>
        Assert.That(await Sent.BodyAsync(Request(Form()), Field), Is.EqualTo(Ours[..^2] + "\r\n--b--\r\n"));

    [TestCase("k")]
    [TestCase("\"k\"")]
    [TestCase("\"\\k\"")]
    [TestCase("\"=?utf-8?B?aw==?=\"")]
    public async Task A_part_of_the_same_name_is_another_value(string name)
    {
        var field = CredentialField.Payload("k", "v");
        Assert.That((await Sent.RefusalAsync(Named(name, "w"), field)).Message, Does.Contain("Payload 'k'"));
        Assert.That(await Sent.BodyAsync(Named(name, "w"), ConflictRule.Keep, field), Does.Contain("\r\n\r\nw\r\n").And.Not.Contain("\r\n\r\nv\r\n"));
        Assert.That(await Sent.BodyAsync(Named(name, "w"), ConflictRule.Replace, field), Does.Contain("\r\n\r\nv\r\n").And.Not.Contain("\r\n\r\nw\r\n"));
        Assert.That(await Sent.BodyAsync(Named(name, "v"), field), Is.EqualTo(await Sent.BodyAsync(Named(name, "v"))));
    }

    [Test]
    public async Task Two_parts_of_the_name_are_never_equal_to_one()
    {
        var form = Form();
        form.Add(new StringContent("v"), "k");
        form.Add(new StringContent("v"), "k");
        await Sent.RefusalAsync(Request(form), Field);
        Assert.That(await Sent.BodyAsync(Request(form), ConflictRule.Replace, Field), Is.EqualTo(Ours + "--b--\r\n"));
    }

    [Test]
    public async Task A_part_that_streams_is_not_read_to_compare_it()
    {
        using var stream = new MemoryStream("v"u8.ToArray());
        var form = Form();
        form.Add(new StreamContent(stream), "k");
        await Sent.RefusalAsync(Request(form), Field);
        Assert.That(stream.Position, Is.Zero);
    }

    [Test]
    public async Task Parts_that_stream_are_not_taken_into_memory()
    {
        var form = Form();
        form.Add(new StreamContent(new MemoryStream(new byte[100_000])), "file", "big.bin");
        var request = Request(form);
        await Injector.InjectAsync(new([Field]), request, Sent.Rules with { PayloadLimit = 10 }, CancellationToken.None);
        Assert.That(await BytesAsync(request.Content!), Has.Length.GreaterThan(100_000));
    }

    [Test]
    public async Task Nothing_of_the_callers_is_disposed()
    {
        using var stream = new MemoryStream([1, 2, 3]);
        var form = Form();
        form.Add(new StreamContent(stream), "file");
        var request = Request(form);
        var injection = await Injector.InjectAsync(new([Field]), request, Sent.Rules, CancellationToken.None);
        request.Content!.Dispose();
        injection.Restore();
        Assert.That(stream.CanRead);
        Assert.That(await BytesAsync(request.Content!), Is.Not.Empty);
    }

    [TestCase("a b")]
    [TestCase("a\"; filename=\"x")]
    [TestCase("a\r\nX: y")]
    [TestCase("ü")]
    [TestCase("a;b")]
    [TestCase("/a")]
    [TestCase("a%22")]
    public async Task A_key_that_is_no_token_is_refused(string key) =>
        Assert.That((await Sent.RefusalAsync(Request(Form()), CredentialField.Payload(key, "v"))).Message, Does.Contain("character"));

    [TestCase("--b")]
    [TestCase("x\r\n--b\r\nContent-Disposition: form-data; name=\"admin\"\r\n\r\ntrue")]
    [TestCase("x\r\n--b--\r\n")]
    public async Task A_value_with_the_boundary_is_refused(string value) =>
        Assert.That((await Sent.RefusalAsync(Request(Form()), CredentialField.Payload("k", value))).Message, Does.Contain("boundary").And.Not.Contain("admin"));

    [Test]
    public async Task A_value_may_have_lines() =>
        Assert.That(await Sent.BodyAsync(Request(Form()), CredentialField.Payload("k", "a\r\n--\r\nb")), Does.Contain("\r\n\r\na\r\n--\r\nb\r\n--b--"));

    [TestCase("multipart/form-data; boundary=b")]
    [TestCase("multipart/form-data")]
    public async Task A_body_whose_parts_can_not_be_seen_is_refused(string type) =>
        Assert.That((await Sent.RefusalAsync(Sent.Post("--b\r\nContent-Disposition: form-data; name=k\r\n\r\nw\r\n--b--\r\n", type), Field)).Message, Does.Contain("parts"));

    [TestCase("multipart/form-data")]
    [TestCase("multipart/form-data; boundary=\"\"")]
    [TestCase("multipart/form-data; boundary=\"a{b\"")]
    [TestCase("multipart/form-data; boundary=\"ends with \"")]
    public async Task A_type_without_a_usable_boundary_is_refused(string type)
    {
        var form = Form();
        form.Headers.Remove("Content-Type");
        HeaderLine.TryWrite(form.Headers, "Content-Type", type);
        Assert.That((await Sent.RefusalAsync(Request(form), Field)).Message, Does.Contain("boundary"));
    }

    [TestCase("form-data; name=\"k")]
    [TestCase("form-data; name=k k")]
    [TestCase("form-data; name=other; name=k")]
    [TestCase("form-data; name*=utf-8''k")]
    [TestCase("form-data; name=other; name*=utf-8''k")]
    [TestCase("form-data; name=other\r\nX: y")]
    [TestCase("")]
    public async Task A_part_whose_name_can_not_be_read_is_refused(string line)
    {
        var part = new StringContent("x");
        var form = Form();
        form.Add(part);
        part.Headers.Remove("Content-Disposition");
        HeaderLine.TryWrite(part.Headers, "Content-Disposition", line);
        Assert.That((await Sent.RefusalAsync(Request(form), Field)).Message, Does.Contain("Content-Disposition"));
    }

    [TestCase("mixed")]
    [TestCase("related")]
    public async Task Another_kind_of_multipart_is_refused(string subtype) =>
        Assert.That((await Sent.RefusalAsync(Request(new MultipartContent(subtype, "b")), Field)).Message, Does.Contain("type"));

    [Test]
    public async Task Unknown_length_stays_unknown_and_the_callers_headers_do_not_change()
    {
        var form = Form();
        form.Add(new StreamContent(new Endless()), "file");
        var request = Request(form);
        var before = RequestSnapshot.Of(request);
        var injection = await Injector.InjectAsync(new([Field]), request, Sent.Rules, CancellationToken.None);
        Assert.That(request.Content!.Headers.ContentLength, Is.Null);
        injection.Restore();
        Assert.That(RequestSnapshot.Of(request), Is.EqualTo(before));
    }

    [Test]
    public async Task A_form_of_the_platforms_base_type_is_taken_with_parts_that_have_no_name()
    {
        var request = Request(new MultipartContent("form-data", "b") { new ByteArrayContent("raw"u8.ToArray()) });
        Assert.That(await Sent.BodyAsync(request, ConflictRule.Replace, Field), Is.EqualTo(Ours + "--b\r\n\r\nraw\r\n--b--\r\n"));
    }

    [Test]
    public async Task Headers_of_parts_keep_the_encoding_that_the_caller_has_chosen()
    {
        var part = new ByteArrayContent("1"u8.ToArray());
        HeaderLine.TryWrite(part.Headers, "X-Name", "ü€");
        var form = Form();
        form.HeaderEncodingSelector = static (_, _) => Encoding.UTF8;
        form.Add(part);
        var request = Request(form);
        var theirs = await BytesAsync(form);
        await Injector.InjectAsync(new([Field]), request, Sent.Rules, CancellationToken.None);
        Assert.That(await BytesAsync(request.Content!), Is.EqualTo((byte[])[.. Encoding.UTF8.GetBytes(Ours), .. theirs]));
        Assert.That(Encoding.UTF8.GetString(theirs), Does.Contain("X-Name: ü€"));
    }

    [Test]
    public async Task Several_fields_are_parts_in_their_order() =>
        Assert.That(
            await Sent.BodyAsync(Named("a", "1"), Field, CredentialField.Payload("l.m", "w")),
            Does.Match("(?s)name=\"k\"\r\n\r\nv\r\n--b.*name=\"l.m\"\r\n\r\nw\r\n--b.*\r\n\r\n1\r\n--b--"));

    [Test]
    public async Task A_form_that_was_taken_into_memory_goes_out_whole([Values] bool known)
    {
        var form = Form();
        form.Add(new StreamContent(new OnceOnly("the file"u8.ToArray())), "file", "a.txt");
        await form.LoadIntoBufferAsync();
        var theirs = await BytesAsync(form);
        var request = Request(form);
        if (known)
        {
            Assert.That(form.Headers.ContentLength, Is.EqualTo(theirs.Length), "an outer handler has looked");
        }

        var before = RequestSnapshot.Of(request);
        var injection = await Injector.InjectAsync(new([Field]), request, Sent.Rules, CancellationToken.None);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            Assert.That(await BytesAsync(request.Content!), Is.EqualTo((byte[])[.. Encoding.UTF8.GetBytes(Ours), .. theirs]));
        }

        Assert.That(request.Content!.Headers.ContentLength, Is.EqualTo(Ours.Length + theirs.Length));
        injection.Restore();
        Assert.That(RequestSnapshot.Of(request), Is.EqualTo(before));
        Assert.That(await BytesAsync(request.Content!), Is.EqualTo(theirs));
    }

    [Test]
    public async Task A_form_that_was_taken_into_memory_is_refused_where_a_part_would_be_replaced_and_another_is_used_up([Values] bool known)
    {
        var form = Form();
        form.Add(new StringContent("w"), "k");
        form.Add(new StreamContent(new OnceOnly("the file"u8.ToArray())), "file", "a.txt");
        await form.LoadIntoBufferAsync();
        var theirs = await BytesAsync(form);
        var request = Request(form);
        if (known)
        {
            Assert.That(form.Headers.ContentLength, Is.EqualTo(theirs.Length), "an outer handler has looked");
        }

        var before = RequestSnapshot.Of(request);
        var refusal = await Assert.CatchAsync<AuthorizationException>(
            async () => await Injector.InjectAsync(new([Field]), request, Sent.Rules with { Conflict = ConflictRule.Replace }, CancellationToken.None));

        Assert.That(refusal!.Kind, Is.EqualTo(AuthorizationErrorKind.InjectionRefused));
        Assert.That(refusal.Message, Is.EqualTo(
            "Profile 'crm' can't put its credential into Payload 'k': the form was taken into memory, and a part that streams can't be written again without the one that is replaced. Leave that part out of the form, or its other parts' bytes in memory."));
        Assert.That(RequestSnapshot.Of(request), Is.EqualTo(before));
        Assert.That(await BytesAsync(request.Content!), Is.EqualTo(theirs));
    }

    [Test]
    public async Task A_form_that_was_taken_into_memory_loses_a_part_where_the_others_can_be_written_again()
    {
        var form = Form();
        form.Add(new StringContent("w"), "k");
        form.Add(new StreamContent(new MemoryStream("the file"u8.ToArray())), "file", "a.txt");
        await form.LoadIntoBufferAsync();

        Assert.That(await Sent.BodyAsync(Request(form), ConflictRule.Replace, Field), Does.StartWith(Ours + "--b").And.Contain("the file").And.Not.Contain("\r\n\r\nw\r\n"));
    }

    [Test]
    public async Task A_form_that_streams_loses_a_part_too_although_its_length_is_said([Values] bool said)
    {
        var form = Form();
        form.Add(new StringContent("w"), "k");
        form.Add(new StreamContent(new OnceOnly("the file"u8.ToArray())), "file", "a.txt");
        if (said)
        {
            form.Headers.ContentLength = 7;
        }

        Assert.That(await Sent.BodyAsync(Request(form), ConflictRule.Replace, Field), Does.StartWith(Ours + "--b").And.Contain("the file").And.Not.Contain("\r\n\r\nw\r\n"));
    }

    [Test]
    public async Task A_second_credential_goes_before_the_first_and_each_is_there_once()
    {
        var request = Named("a", "1");
        var other = CredentialField.Payload("l", "w");
        var first = await Injector.InjectAsync(new([Field]), request, Sent.Rules, CancellationToken.None);

        var both = await Sent.BodyAsync(request, other);
        var again = await Sent.BodyAsync(request, Field);
        var replaced = await Sent.BodyAsync(request, ConflictRule.Replace, CredentialField.Payload("k", "x"));

        Assert.That(both, Is.EqualTo(Ours.Replace("\"k\"", "\"l\"", StringComparison.Ordinal).Replace("v", "w", StringComparison.Ordinal) + again));
        Assert.That(again, Does.StartWith(Ours + "--b"));
        Assert.That(replaced, Is.EqualTo(again.Replace("\r\n\r\nv\r\n", "\r\n\r\nx\r\n", StringComparison.Ordinal)));
        first.Restore();
    }

    private static MultipartFormDataContent Form() => new("b");

    private static HttpRequestMessage Request(HttpContent content) => new(HttpMethod.Post, "https://api.example.com/") { Content = content };

    private static HttpRequestMessage Named(string name, string value)
    {
        var part = new ByteArrayContent(Encoding.UTF8.GetBytes(value));
        part.Headers.ContentDisposition = new ContentDispositionHeaderValue("form-data") { Name = name };
        var form = Form();
        form.Add(part);
        return Request(form);
    }

    private static async Task<byte[]> BytesAsync(HttpContent content)
    {
        using var bytes = new MemoryStream();
        await content.CopyToAsync(bytes);
        return bytes.ToArray();
    }

    private sealed class Endless : MemoryStream
    {
        public override bool CanSeek => false;
    }

    private sealed class OnceOnly(byte[] bytes) : MemoryStream(bytes)
    {
        public override bool CanSeek => false;
    }
}
