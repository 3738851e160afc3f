using System.Buffers;
using System.Collections.Immutable;
using System.Net;
using System.Net.Http.Headers;
using System.Text;

namespace AuthProfiles.Injection;

/// <summary>A multipart form whose first parts are ours; the caller's parts are written behind them, streamed as they are.</summary>
/// <remarks>
/// The caller's form writes itself, because one that was taken into memory has used up parts that stream. Where a part of it is replaced, or where
/// it has none, a form of ours is put together from the parts.
/// </remarks>
internal sealed class MultipartPayload : PayloadContent
{
    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("!#$&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    // Never disposed: that would dispose the caller's parts.
#pragma warning disable CA2213
    private readonly HttpContent _rest;
#pragma warning restore CA2213

    private readonly byte[] _first;
    private readonly ImmutableArray<HttpContent> _parts;
    private readonly HeaderEncodingSelector<HttpContent>? _encoding;
    private readonly long? _length;

    private MultipartPayload(HttpRequestMessage request, byte[] first, HttpContent rest, ImmutableArray<HttpContent> parts, HeaderEncodingSelector<HttpContent>? encoding)
        : base(request)
    {
        _first = first;
        _rest = rest;
        _parts = parts;
        _encoding = encoding;
        _length = first.Length + LengthOf(rest);
    }

    /// <summary>Returns the content that the request carries now, or null if every part was there.</summary>
    public static MultipartPayload? Inject(in PayloadTarget target)
    {
        var (callers, encoding) = PartsOf(target);
        var rules = target.Rules;
        var kept = callers.ToList();
        var added = new List<HttpContent>();
        using var written = new MemoryStream();
        foreach (var field in target.Plan.Fields)
        {
            var value = Encoding.UTF8.GetBytes(field.Value.Reveal());
            Check(field, value, target);
            var present = kept.FindAll(part => IsNamed(part, field, rules));
            if (present.Count == 0 || (!IsOnly(present, value) && Refusal.Replaces(rules, field)))
            {
                kept.RemoveAll(present.Contains);
                added.Add(Part(field, value));
                Write(written, target, field, value);
            }
        }

        if (added.Count == 0)
        {
            return null;
        }

        var isWhole = kept.Count == callers.Length && kept.Count > 0;
        ImmutableArray<HttpContent> parts = [.. added, .. kept];
#pragma warning disable CA2000 // Never disposed: that would dispose the caller's parts.
        var rest = isWhole ? target.Content : Rebuilt(parts, encoding, target);
#pragma warning restore CA2000
        var payload = new MultipartPayload(target.Request, isWhole ? written.ToArray() : [], rest, parts, encoding);
        target.Request.Content = payload;
        return payload;
    }

    protected override async Task WriteAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        await stream.WriteAsync(_first, cancellationToken).ConfigureAwait(false);
        await _rest.CopyToAsync(stream, context, cancellationToken).ConfigureAwait(false);
    }

    protected override void Write(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        stream.Write(_first);
        _rest.CopyTo(stream, context, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _length.GetValueOrDefault();
        return _length is not null;
    }

    private static MultipartContent Rebuilt(ImmutableArray<HttpContent> parts, HeaderEncodingSelector<HttpContent>? encoding, in PayloadTarget target)
    {
        // With the boundary that Content-Type names, which is the one that a reader goes by.
        var form = new MultipartContent("form-data", target.Type.Boundary!) { HeaderEncodingSelector = encoding };
        foreach (var part in parts)
        {
            form.Add(part);
        }

        // A part that streams once has no length, and a form with such a part has one only when it was written into memory: then the part is used up.
        // Of one that was used up in another way nobody can know: it fails when it is written, as it does without us.
        return LengthOf(form) is null && LengthOf(target.Content) is not null
            ? throw Refusal.Because(
                target.Rules,
                target.Plan.Fields[0],
                "the form was taken into memory, and a part that streams can't be written again without the one that is replaced",
                "Leave that part out of the form, or its other parts' bytes in memory.")
            : form;
    }

    // As the content itself counts it. The platform keeps the length that it is asked for as if the caller had said it.
    private static long? LengthOf(HttpContent content)
    {
        const string Name = "Content-Length";
        var said = content.Headers.NonValidated.TryGetValues(Name, out var lines) ? lines.ToString() : null;
        content.Headers.Remove(Name);
        var length = content.Headers.ContentLength;
        content.Headers.Remove(Name);
        if (said is not null)
        {
            HeaderLine.TryWrite(content.Headers, Name, said);
        }

        return length;
    }

    // A derived type may write its parts in its own way, and raw bytes would have to be taken apart to see whether the field is there.
    private static (ImmutableArray<HttpContent> Parts, HeaderEncodingSelector<HttpContent>? Encoding) PartsOf(in PayloadTarget target) => target.Content switch
    {
        MultipartPayload earlier => (earlier._parts, earlier._encoding),
        MultipartContent parts when parts.GetType() == typeof(MultipartFormDataContent) || parts.GetType() == typeof(MultipartContent) => ([.. parts], parts.HeaderEncodingSelector),
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
        HeaderLine.TryWrite(part.Headers, "Content-Disposition", Disposition(field));
        return part;
    }

    // As the platform writes a part.
    private static void Write(MemoryStream written, in PayloadTarget target, CredentialField field, byte[] value)
    {
        written.Write(Encoding.ASCII.GetBytes($"--{target.Type.Boundary}\r\nContent-Disposition: {Disposition(field)}\r\n\r\n"));
        written.Write(value);
        written.Write("\r\n"u8);
    }

    private static string Disposition(CredentialField field) => $"form-data; name=\"{field.Key}\"";
}
