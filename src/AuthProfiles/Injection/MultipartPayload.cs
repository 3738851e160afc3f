using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace AuthProfiles.Injection;

/// <summary>A multipart form whose first parts are ours; the caller's parts are written behind them, streamed as they are.</summary>
internal sealed class MultipartPayload : PayloadContent
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("!#$&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    // Never disposed: that would dispose the caller's parts.
#pragma warning disable CA2213
    private readonly MultipartContent _whole;
#pragma warning restore CA2213

    private MultipartPayload(HttpRequestMessage request, MultipartContent whole)
        : base(request) =>
        _whole = whole;

    /// <summary>Returns the content that the request carries now, or null if every part was there.</summary>
    public static MultipartPayload? Inject(in PayloadTarget target)
    {
        var callers = PartsOf(target);
        var rules = target.Rules;
        var kept = callers.ToList();
        var added = new List<HttpContent>();
        foreach (var field in target.Plan.Fields)
        {
            var value = Encoding.UTF8.GetBytes(field.Value.Reveal());
            Check(field, value, target);
            var present = kept.FindAll(part => IsNamed(part, field, rules));
            if (present.Count == 0 || (!IsOnly(present, value) && Refusal.Replaces(rules, field)))
            {
                kept.RemoveAll(present.Contains);
                added.Add(Part(field, value));
            }
        }

        if (added.Count == 0)
        {
            return null;
        }

        // With the boundary that Content-Type names, which is the one that a reader goes by.
        var whole = new MultipartContent("form-data", target.Type.Boundary!) { HeaderEncodingSelector = callers.HeaderEncodingSelector };
        added.Concat(kept).ToList().ForEach(whole.Add);
        var payload = new MultipartPayload(target.Request, whole);
        target.Request.Content = payload;
        return payload;
    }

    protected override Task WriteAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _whole.CopyToAsync(stream, context, cancellationToken);

    protected override void Write(Stream stream, TransportContext? context, CancellationToken cancellationToken) =>
        _whole.CopyTo(stream, context, cancellationToken);

    protected override bool TryComputeLength(out long length)
    {
        var known = _whole.Headers.ContentLength;
        length = known.GetValueOrDefault();
        return known is not null;
    }

    // A derived type may write its parts in its own way, and raw bytes would have to be taken apart to see whether the field is there.
    private static MultipartContent PartsOf(in PayloadTarget target) => target.Content switch
    {
        MultipartPayload earlier => earlier._whole,
        MultipartContent parts when parts.GetType() == typeof(MultipartFormDataContent) || parts.GetType() == typeof(MultipartContent) => parts,
        _ => throw Refusal.Because(target.Rules, target.Plan.Fields[0], "the parts of this multipart body can't be seen", $"Send a {nameof(MultipartFormDataContent)}."),
    };

    private static void Check(CredentialField field, byte[] value, in PayloadTarget target)
    {
        if (field.Key.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            throw Refusal.Because(target.Rules, field, "the key has a character that no part's name should have", "Name the part with letters, digits, '_', '-' and '.'.");
        }

        // RFC 2046, section 5.1.1.
        if (target.Type.Boundary is not { Length: > 0 and <= 70 } boundary || boundary.Any(static c => !char.IsAsciiLetterOrDigit(c) && !"'()+_,-./:=? ".Contains(c, StringComparison.Ordinal)) || boundary[^1] == ' ')
        {
            throw Refusal.Because(target.Rules, field, "Content-Type names no usable boundary", $"Send a {nameof(MultipartFormDataContent)} with the boundary that it makes itself.");
        }

        if (value.AsSpan().IndexOf(Encoding.ASCII.GetBytes("--" + boundary)) >= 0)
        {
            throw Refusal.Because(target.Rules, field, "the value contains the boundary between the parts", "Send the form with another boundary.");
        }
    }

    private static bool IsNamed(HttpContent part, CredentialField field, InjectionRules rules)
    {
        if (!part.Headers.NonValidated.TryGetValues("Content-Disposition", out var lines))
        {
            return false;
        }

        return ContentDispositionHeaderValue.TryParse(lines.ToString(), out var disposition) && disposition.Parameters.Count(IsName) <= 1 && !disposition.Parameters.Any(IsExtendedName)
            ? string.Equals(disposition.Name?.Trim('"').Replace("\\", string.Empty, StringComparison.Ordinal), field.Key, StringComparison.Ordinal)
            : throw Refusal.Because(rules, field, "a part's Content-Disposition can't be read, so its name is unknown", "Correct that header.");
    }

    private static bool IsName(NameValueHeaderValue parameter) => parameter.Name.Equals("name", StringComparison.OrdinalIgnoreCase);

    // RFC 7578, section 4.2, forbids it, and some servers take it.
    private static bool IsExtendedName(NameValueHeaderValue parameter) => parameter.Name.Equals("name*", StringComparison.OrdinalIgnoreCase);

    private static bool IsOnly(List<HttpContent> present, byte[] value) =>
        present.Count == 1 && BorrowedBody.TryGet(present[0], out var bytes) && bytes.Span.SequenceEqual(value);

    private static ByteArrayContent Part(CredentialField field, byte[] value)
    {
        var part = new ByteArrayContent(value);
        HeaderLine.TryWrite(part.Headers, "Content-Disposition", $"form-data; name=\"{field.Key}\"");
        return part;
    }
}
