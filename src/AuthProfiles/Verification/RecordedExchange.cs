using System.Net.Http.Headers;
using AuthProfiles.OAuth;

namespace AuthProfiles.Verification;

/// <summary>A request as it went out, and its answer. It holds secrets: only what a <see cref="Redactor"/> makes of it is shown.</summary>
internal sealed class RecordedExchange(HttpRequestMessage request)
{
    public string Method { get; } = request.Method.Method;

    // The text, because the address on the request is taken back once the headers are there.
    public string Address { get; } = request.RequestUri is { IsAbsoluteUri: true } address ? address.AbsoluteUri : string.Empty;

    public IReadOnlyList<KeyValuePair<string, string>> RequestHeaders { get; } = Copy(request.Headers, request.Content?.Headers);

    /// <summary>Gets what a token request carried in its body, such as assertions and the tokens that an application's function gave.</summary>
    public IReadOnlyCollection<SecretValue> Secrets { get; } = request.Options.TryGetValue(TokenCall.Carried, out var carried) ? carried : [];

    /// <summary>Gets the status, or null while no answer has come.</summary>
    public int? StatusCode { get; private set; }

    public IReadOnlyList<KeyValuePair<string, string>> ResponseHeaders { get; private set; } = [];

    /// <summary>Gets the beginning of the body, or null where none was read.</summary>
    public RecordingStream? Body { get; private set; }

    /// <summary>Records an answer, and its body while it is read.</summary>
    public HttpResponseMessage Answer(HttpResponseMessage response, Stream body)
    {
        ResponseHeaders = Copy(response.Headers, response.Content.Headers);
        StatusCode = (int)response.StatusCode;
        Body = new(body);
        var content = new StreamContent(Body);
        foreach (var (name, values) in response.Content.Headers)
        {
#pragma warning disable RS0030 // They come from the wire; nothing of an answer goes there.
            content.Headers.TryAddWithoutValidation(name, values);
#pragma warning restore RS0030
        }

        response.Content = content;
        return response;
    }

    private static List<KeyValuePair<string, string>> Copy(HttpHeaders headers, HttpContentHeaders? more) =>
        [.. headers.Concat(more ?? Enumerable.Empty<KeyValuePair<string, IEnumerable<string>>>()).Select(static header => KeyValuePair.Create(header.Key, string.Join(", ", header.Value)))];
}
