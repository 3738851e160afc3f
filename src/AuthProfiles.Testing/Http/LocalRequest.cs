using System.Diagnostics.CodeAnalysis;
using System.Text;
using System.Text.Json;

namespace AuthProfiles.Testing.Http;

/// <summary>A request as a service sees it: read whole, and independent of the message it came in.</summary>
internal sealed class LocalRequest
{
    private LocalRequest(HttpRequestMessage message, byte[] body)
    {
        Method = message.Method;
        Uri = message.RequestUri is { IsAbsoluteUri: true } uri ? uri : throw new InvalidOperationException("The request has no absolute address.");
        Body = body;
        Segments = [.. Uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        Query = NameValues.Parse(Uri.Query.TrimStart('?'));
        foreach (var (name, values) in message.Headers.NonValidated)
        {
            Headers[name] = string.Join(", ", values);
        }

        if (message.Content is { } content)
        {
            foreach (var (name, values) in content.Headers.NonValidated)
            {
                Headers[name] = string.Join(", ", values);
            }
        }
    }

    public HttpMethod Method { get; }

    public Uri Uri { get; }

    /// <summary>The path's segments, decoded.</summary>
    public IReadOnlyList<string> Segments { get; }

    public NameValues Query { get; }

    public Dictionary<string, string> Headers { get; } = new(StringComparer.OrdinalIgnoreCase);

    public ReadOnlyMemory<byte> Body { get; }

    public string BodyText => Encoding.UTF8.GetString(Body.Span);

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Origin => Uri.GetLeftPart(UriPartial.Authority);

    // Reads as a real primary handler does: it has the content write itself.
    public static async ValueTask<LocalRequest> ReadAsync(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (message.Content is null)
        {
            return new LocalRequest(message, []);
        }

        using var buffer = new MemoryStream();
        await message.Content.CopyToAsync(buffer, cancellationToken).ConfigureAwait(false);
        return new LocalRequest(message, buffer.ToArray());
    }

    public static LocalRequest Read(HttpRequestMessage message, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (message.Content is null)
        {
            return new LocalRequest(message, []);
        }

        using var buffer = new MemoryStream();
        message.Content.CopyTo(buffer, context: null, cancellationToken);
        return new LocalRequest(message, buffer.ToArray());
    }

    public bool HasMediaType(string mediaType) =>
        Headers.TryGetValue("Content-Type", out var value)
        && value.AsSpan(0, value.IndexOf(';', StringComparison.Ordinal) is var end and >= 0 ? end : value.Length).Trim().Equals(mediaType, StringComparison.OrdinalIgnoreCase);

    public bool TryGetAuthorization(string scheme, [NotNullWhen(true)] out string? value)
    {
        value = Headers.TryGetValue("Authorization", out var header)
            && header.Length > scheme.Length
            && header[scheme.Length] == ' '
            && header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
                ? header[(scheme.Length + 1)..].Trim()
                : null;
        return value is not null;
    }

    /// <summary>Reads <c>Authorization: Basic</c> (RFC 7617); the name and the password are as they were sent, not form-decoded.</summary>
    public bool TryGetBasic(out string userName, out string password)
    {
        (userName, password) = (string.Empty, string.Empty);
        if (!TryGetAuthorization("Basic", out var encoded))
        {
            return false;
        }

        var bytes = new byte[encoded.Length];
        if (!Convert.TryFromBase64String(encoded, bytes, out var written))
        {
            return false;
        }

        var text = Encoding.UTF8.GetString(bytes, 0, written);
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return false;
        }

        (userName, password) = (text[..colon], text[(colon + 1)..]);
        return true;
    }

    /// <summary>Reads a body that must be one JSON object.</summary>
    public bool TryReadObject(out JsonElement root)
    {
        root = default;
        try
        {
            using var document = JsonDocument.Parse(Body);
            root = document.RootElement.Clone();
            return root.ValueKind == JsonValueKind.Object;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
