using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace AuthProfiles.Testing.Http;

/// <summary>What a service answers; <see cref="ToMessage"/> makes a message of it for each request.</summary>
internal sealed class LocalResponse
{
    // Services write letters of all languages as they are.
    private static readonly JsonWriterOptions s_options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly List<KeyValuePair<string, string>> _headers = [];
    private readonly byte[] _body;
    private bool _isCut;

    private LocalResponse(HttpStatusCode status, byte[] body)
    {
        Status = status;
        _body = body;
    }

    public HttpStatusCode Status { get; }

    public static LocalResponse Empty(HttpStatusCode status) => new(status, []);

    public static LocalResponse Text(HttpStatusCode status, string? body) =>
        string.IsNullOrEmpty(body) ? Empty(status) : new LocalResponse(status, Encoding.UTF8.GetBytes(body)).With("Content-Type", "application/json; charset=utf-8");

    public static LocalResponse File(ReadOnlyMemory<byte> content, string contentType) => new LocalResponse(HttpStatusCode.OK, content.ToArray()).With("Content-Type", contentType);

    public static LocalResponse Json(HttpStatusCode status, JsonNode body) => Json(status, body.WriteTo);

    public static LocalResponse Json(HttpStatusCode status, Action<Utf8JsonWriter, JsonSerializerOptions?> write)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, s_options))
        {
            write(writer, null);
        }

        return new LocalResponse(status, buffer.ToArray()).With("Content-Type", "application/json; charset=utf-8");
    }

    /// <summary>Sets a header, in place of one of that name.</summary>
    public LocalResponse With(string name, string value)
    {
        _headers.RemoveAll(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase));
        _headers.Add(new(name, value));
        return this;
    }

    /// <summary>Makes the body break off half way.</summary>
    public LocalResponse Cut()
    {
        _isCut = true;
        return this;
    }

    /// <summary>Returns one that can be given other headers.</summary>
    public LocalResponse Copy()
    {
        var copy = new LocalResponse(Status, _body);
        copy._headers.AddRange(_headers);
        return copy;
    }

    public HttpResponseMessage ToMessage(HttpRequestMessage request)
    {
        HttpContent content = _isCut ? new CutContent(_body) : new ByteArrayContent(_body);
        var message = new HttpResponseMessage(Status) { Content = content, RequestMessage = request, Version = request.Version };
        foreach (var (name, value) in _headers)
        {
            if (!TryAdd(message.Headers, name, value))
            {
                TryAdd(content.Headers, name, value);
            }
        }

        return message;
    }

    // A service may answer with a header that .NET would not write, and a test may want exactly that.
#pragma warning disable RS0030
    private static bool TryAdd(HttpHeaders headers, string name, string value) => headers.TryAddWithoutValidation(name, value);
#pragma warning restore RS0030
}
