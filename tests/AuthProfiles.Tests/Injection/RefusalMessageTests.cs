using AuthProfiles.Injection;

namespace AuthProfiles.Tests.Injection;

/// <summary>Every refusal says where the credential was to go, why it can't and what helps.</summary>
internal sealed class RefusalMessageTests
{
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";
    private const string SaysType = "Send a JSON object, a form or a multipart form, and say so in Content-Type.";

    private static readonly CredentialField Key = CredentialField.Payload("k", "v");

    private static readonly (Func<HttpRequestMessage> Request, CredentialField[] Fields, string Text)[] Refused =
    [
        (static () => Header("X-Key", "caller"), [CredentialField.Header("X-Key", "v")], "Header 'X-Key': the request already has another value there. Take that value off the request, or set the profile's conflict rule to Replace or Keep."),
        (static () => Header("X-Key", "caller"), [CredentialField.Header("Expires", "v")], "Header 'Expires': no request can carry a header of that name. Choose another header."),
        (static () => Sent.Get("https://api.example/?k=w"), [CredentialField.QueryString("k", "v")], "QueryString 'k': the request already has another value there. Take that value off the request, or set the profile's conflict rule to Replace or Keep."),
        (static () => new(HttpMethod.Get, new Uri("/relative", UriKind.Relative)), [CredentialField.QueryString("k", "v")], "QueryString 'k': the request has no absolute http address. Give the client a base address, or the request an absolute one."),
        (static () => Sent.Get("ftp://api.example/"), [CredentialField.QueryString("k", "v")], "QueryString 'k': the request has no absolute http address. Give the client a base address, or the request an absolute one."),
        (static () => Sent.Get("https://[fe80::1%12]/"), [CredentialField.QueryString("k", "v")], "QueryString 'k': the address has an IPv6 zone, which an address with a credential in it would lose. Send the credential in a header, or give the host a name."),
        (static () => Sent.Get("https://[fe80::1%12]/{k}"), [CredentialField.PathParam("k", "v")], "PathParam 'k': the address has an IPv6 zone, which an address with a credential in it would lose. Send the credential in a header, or give the host a name."),
        (static () => Sent.Get("https://api.example/{key}"), [CredentialField.PathParam("k", "v")], "PathParam 'k': the path has no such placeholder. Write {k} into the path where the value belongs."),
        (static () => Sent.Get("https://api.example/{k}/{k}"), [CredentialField.PathParam("k", "v")], "PathParam 'k': the path has that placeholder more than once. Write it once."),

        (static () => Deleting(), [Key], "Payload 'k': a body on DELETE has no meaning (RFC 9110, section 9.3). Send the credential in a header."),
        (static () => new(HttpMethod.Post, "https://api.example/"), [Key], "Payload 'k': the request has no body. Send a JSON object, a form or a multipart form."),
        (static () => Sent.Post([], contentType: null), [Key], $"Payload 'k': the body has no content type. {SaysType}"),
        (static () => Sent.Post("x", "text/plain"), [Key], $"Payload 'k': a body of type 'text/plain' can't carry it. {SaysType}"),
        (static () => Sent.Post("a=1", Form + "; charset=utf-16"), [Key], "Payload 'k': the body is in 'utf-16'. Send it in UTF-8."),
        (static () => Content("Content-Encoding", "gzip"), [Key], "Payload 'k': the header 'Content-Encoding' was computed over the body, or says that it is encoded. Leave 'Content-Encoding' out, or send the credential in a header."),
        (static () => Sent.Post(new string('x', 101), Json), [Key], "Payload 'k': the body is longer than the 100 bytes that are taken into memory. Send a smaller body, raise the profile's payload limit, or send the credential in a header."),

        (static () => Sent.Post("a=ü", Form), [Key], "Payload 'k': the form has bytes that are not ASCII. Percent-encode it."),
        (static () => Sent.Post("a=1", Form), [CredentialField.Payload("/k", "v")], "Payload '/k': a JSON Pointer names nothing in a form. Name the form's field."),

        (static () => Sent.Json(""), [Key], "Payload 'k': the body is empty. Send a JSON object, '{}' if there is nothing to say."),
        (static () => Sent.Json("{"), [Key], "Payload 'k': the body says that it is JSON and is not. Send valid JSON in UTF-8."),
        (static () => Sent.Json("[]"), [Key], "Payload 'k': the body is JSON but no object. Send a JSON object, or send the credential in a header."),
        (static () => Sent.Json("""{"k":"\ud800"}"""), [Key], "Payload 'k': the body has half a character (a lone surrogate) where its member may be. Send Unicode text."),
        (static () => Sent.Json("""{"k":"v","k":"v"}"""), [Key], "Payload 'k': the body has that member, or one above it, more than once. Send it once: readers differ in which of them they take."),
        (static () => Sent.Json("""{"a":[]}"""), [CredentialField.Payload("/a/0", "v")], "Payload '/a/0': there is an array on its way, without that index. Name an element that is there."),
        (static () => Sent.Json("""{"a":1}"""), [CredentialField.Payload("/a/b", "v")], "Payload '/a/b': a member above it is neither object nor array. Send an object there, or leave it out and it is made."),
        (static () => Sent.Json("{}"), [CredentialField.Payload("/a", "v"), CredentialField.Payload("/a/b", "v")], "Payload '/a': another field of the credential goes to the same member or below it. Correct the field's key."),

        (static () => Parts(new("b")), [CredentialField.Payload("a b", "v")], "Payload 'a b': the key has a character that no part's name should have. Name the part with letters, digits, '_', '-' and '.'."),
        (static () => Parts(new("b")), [CredentialField.Payload("k", "x--b")], "Payload 'k': the value contains the boundary between the parts. Send the form with another boundary."),
        (static () => Parts(new("b"), type: "multipart/form-data"), [Key], "Payload 'k': Content-Type names no usable boundary. Send a MultipartFormDataContent with the boundary that it makes itself."),
        (static () => Parts(new("b"), disposition: "form-data; name=\"k"), [Key], "Payload 'k': a part's Content-Disposition can't be read, so its name is unknown. Correct that header."),
        (static () => Sent.Post("--b--", "multipart/form-data; boundary=b"), [Key], "Payload 'k': the parts of this multipart body can't be seen. Send a MultipartFormDataContent."),
        (static () => new(HttpMethod.Post, "https://api.example/") { Content = new OwnForm() }, [Key], "Payload 'k': the parts of this multipart body can't be seen. Send a MultipartFormDataContent."),
    ];

    private static IEnumerable<TestCaseData> Cases => Refused.Select(static (one, number) => new TestCaseData(one.Request, one.Fields, one.Text).SetArgDisplayNames($"{number}", one.Text));

    [TestCaseSource(nameof(Cases))]
    public async Task A_refusal_says_the_place_the_reason_and_the_cure(Func<HttpRequestMessage> request, CredentialField[] fields, string text)
    {
        var rules = Sent.Rules with { PayloadLimit = 100 };
        using var asynchronous = request();
        using var synchronous = request();

        var refusals = new[]
        {
            await Assert.ThrowsAsync<AuthorizationException>(async () => await Injector.InjectAsync(new(fields), asynchronous, rules, CancellationToken.None)),
            Assert.Throws<AuthorizationException>(() => Injector.InjectSynchronously(new(fields), synchronous, rules, CancellationToken.None)),
        };

        foreach (var refusal in refusals)
        {
            Assert.That((refusal!.Kind, refusal.Profile), Is.EqualTo((AuthorizationErrorKind.InjectionRefused, "crm")));
            Assert.That(refusal.Message, Is.EqualTo($"Profile 'crm' can't put its credential into {text}"));
        }
    }

    [Test]
    public void A_body_field_where_no_body_is_read_is_told_to_the_developer()
    {
        using var request = Sent.Json("{}");

        Assert.That(() => Injector.Inject(new([Key]), request, Sent.Rules), Throws.InvalidOperationException.With.Message.EqualTo("A body field needs InjectAsync or InjectSynchronously."));
    }

    private static HttpRequestMessage Header(string name, string value)
    {
        var request = Sent.Get("https://api.example/");
        request.Headers.Add(name, value);
        return request;
    }

    private static HttpRequestMessage Deleting()
    {
        var request = Sent.Json("{}");
        request.Method = HttpMethod.Delete;
        return request;
    }

    private static HttpRequestMessage Content(string name, string value)
    {
        var request = Sent.Json("{}");
        request.Content!.Headers.Add(name, value);
        return request;
    }

    private static HttpRequestMessage Parts(MultipartFormDataContent form, string? type = null, string? disposition = null)
    {
        if (type is not null)
        {
            form.Headers.Remove("Content-Type");
            HeaderLine.TryWrite(form.Headers, "Content-Type", type);
        }

        if (disposition is not null)
        {
            var part = new ByteArrayContent([]);
            HeaderLine.TryWrite(part.Headers, "Content-Disposition", disposition);
            form.Add(part);
            part.Headers.Remove("Content-Disposition");
            HeaderLine.TryWrite(part.Headers, "Content-Disposition", disposition);
        }

        return new(HttpMethod.Post, "https://api.example/") { Content = form };
    }

    /// <summary>May write its parts in its own way.</summary>
    private sealed class OwnForm() : MultipartFormDataContent("b");
}
