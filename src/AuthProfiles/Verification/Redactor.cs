namespace AuthProfiles.Verification;

/// <summary>Makes of an exchange what may be shown.</summary>
internal sealed class Redactor
{
    private const int Longest = 4096;

    // Shorter values of headers that may hold a secret are numbers and words, which a body may well have too.
    private const int ShortestHeader = 8;

    private readonly RecordedExchange _exchange;
    private readonly KnownSecrets _secrets;

    /// <summary>Initializes a new instance of the <see cref="Redactor"/> class.</summary>
    /// <param name="exchange">What was recorded.</param>
    /// <param name="secrets">The secrets of connection and credential. What the request itself carried is added.</param>
    public Redactor(RecordedExchange exchange, IEnumerable<string> secrets)
    {
        _exchange = exchange;
        _secrets = new(secrets.Concat(exchange.Secrets.Select(static secret => secret.Reveal())).Concat(exchange.RequestHeaders.Where(static header => !HarmlessHeaders.Contain(header.Key)).SelectMany(static header => SecretsIn(header.Value)).Where(static value => value.Length >= ShortestHeader)));
        Request = new() { Method = exchange.Method, Address = Address(), Headers = Headers(exchange.RequestHeaders) };
        Response = exchange.StatusCode is { } status
            ? new() { StatusCode = status, Headers = Headers(exchange.ResponseHeaders), Body = Body() }
            : null;
    }

    public AuthorizationTestRequest Request { get; }

    public AuthorizationTestResponse? Response { get; }

    /// <summary>Lists a value as it is and without a scheme such as Bearer.</summary>
    public static IEnumerable<string> SecretsIn(string value) =>
        value.IndexOf(' ', StringComparison.Ordinal) is > 0 and var space ? [value, value[(space + 1)..]] : [value];

    public string Redact(string text) => _secrets.Redact(text);

    private string Address()
    {
        var text = _exchange.Address;
        if (text.Length == 0)
        {
            return text;
        }

        var authority = text.IndexOf("://", StringComparison.Ordinal) + 3;
        var path = text.IndexOf('/', Math.Max(authority, 0)) is >= 0 and var slash ? slash : text.Length;
        var user = text.LastIndexOf('@', Math.Max(path - 1, 0));
        if (user >= authority)
        {
            text = text.Remove(authority, user + 1 - authority);
        }

        var question = text.IndexOf('?', StringComparison.Ordinal);
        return question < 0 ? _secrets.Redact(text) : $"{_secrets.Redact(text[..question])}?{string.Join('&', text[(question + 1)..].Split('&').Select(Pair))}";
    }

    // A parameter without a value is all value.
    private string Pair(string pair) =>
        pair.IndexOf('=', StringComparison.Ordinal) is >= 0 and var sign ? $"{_secrets.Redact(pair[..sign])}={KnownSecrets.Mark}" : KnownSecrets.Mark;

    private List<KeyValuePair<string, string>> Headers(IEnumerable<KeyValuePair<string, string>> headers) =>
        [.. headers.Select(header => KeyValuePair.Create(header.Key, HarmlessHeaders.Contain(header.Key) ? NamedSecrets.Redact(_secrets.Redact(header.Value)) : KnownSecrets.Mark))];

    private string? Body()
    {
        // Compressed, or of two bytes a character: no secret in it would be recognised.
        var isEncoded = _exchange.ResponseHeaders.Any(static header => string.Equals(header.Key, "Content-Encoding", StringComparison.OrdinalIgnoreCase));
        if (_exchange.Body is not { } body || isEncoded || body.Kept.Contains((byte)0))
        {
            return null;
        }

        var text = _secrets.Redact(NamedSecrets.Redact(JsonSecrets.Redact(body.Kept, _secrets)), body.IsFull);
        return text.Length > Longest ? text[..Longest] : text;
    }
}
