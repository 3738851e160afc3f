using System.Diagnostics;
using System.Net;
using System.Text;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing;

/// <summary>A request that a local service received. What it shows holds no secret; ask it about one with <c>Has…</c>.</summary>
/// <remarks>Immutable and thread-safe.</remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class RecordedRequest
{
    // What the services' own queries use; any other value may be a credential that went to the wrong place.
    private static readonly HashSet<string> s_shownQueryNames = new(StringComparer.Ordinal)
    {
        "access_type", "audience", "client_id", "code_challenge_method", "grant_type", "prompt", "redirect_uri", "resource", "response_type", "scope",
        "api-version", "cursor", "filter[type]", "ids", "include", "page", "page[after]", "page[before]", "page[size]", "per_page", "query", "sort", "sort_by", "sort_order", "start_time",
    };

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly LocalRequest _request;

    internal RecordedRequest(LocalRequest request, string bodyToShow, HttpStatusCode status)
    {
        _request = request;
        Body = bodyToShow;
        Status = status;
        Uri = Redact(request);
        HeaderNames = [.. request.Headers.Keys.Order(StringComparer.OrdinalIgnoreCase)];
    }

    /// <summary>Gets the method.</summary>
    public HttpMethod Method => _request.Method;

    /// <summary>Gets the address; the values of query parameters that the service doesn't know read <c>[redacted]</c>.</summary>
    public Uri Uri { get; }

    /// <summary>Gets the names of the headers, those of the content included, sorted.</summary>
    public IReadOnlyList<string> HeaderNames { get; }

    /// <summary>Gets the body as text; of a token request only the parameters that are no secret, of another body than JSON nothing.</summary>
    /// <value>Empty where there was none.</value>
    public string Body { get; }

    /// <summary>Gets the status with which the service answered.</summary>
    public HttpStatusCode Status { get; }

    /// <summary>Says whether the request was authorized by this bearer token (RFC 6750, section 2.1).</summary>
    /// <param name="token">The expected token.</param>
    /// <returns>True if the <c>Authorization</c> header is exactly that.</returns>
    public bool HasBearer(string token)
    {
        ArgumentNullException.ThrowIfNull(token);
        return _request.TryGetAuthorization("Bearer", out var value) && string.Equals(value, token, StringComparison.Ordinal);
    }

    /// <summary>Says whether the request was authorized by this name and password (RFC 7617, UTF-8).</summary>
    /// <param name="userName">The expected name.</param>
    /// <param name="password">The expected password.</param>
    /// <returns>True if the <c>Authorization</c> header is exactly that.</returns>
    public bool HasBasic(string userName, string password)
    {
        ArgumentNullException.ThrowIfNull(userName);
        ArgumentNullException.ThrowIfNull(password);
        var expected = Convert.ToBase64String(Encoding.UTF8.GetBytes($"{userName}:{password}"));
        return _request.TryGetAuthorization("Basic", out var value) && string.Equals(value, expected, StringComparison.Ordinal);
    }

    /// <summary>Says whether a header has this value.</summary>
    /// <param name="name">The header's name, in any case.</param>
    /// <param name="value">The expected value; several lines are joined with a comma and a space.</param>
    /// <returns>True if the header is there and its value is exactly that.</returns>
    public bool HasHeader(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        return _request.Headers.TryGetValue(name, out var sent) && string.Equals(sent, value, StringComparison.Ordinal);
    }

    /// <summary>Says whether the query has this parameter once, with this value.</summary>
    /// <param name="name">The parameter's name, decoded.</param>
    /// <param name="value">The expected value, decoded.</param>
    /// <returns>True if it is there once and its value is exactly that.</returns>
    public bool HasQuery(string name, string value)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(value);
        return _request.Query.Count(name) == 1 && string.Equals(_request.Query[name], value, StringComparison.Ordinal);
    }

    /// <summary>Returns the method, the redacted address and the status.</summary>
    /// <returns>For example <c>GET https://acme.zendesk.com/api/v2/tickets?page[size]=100 → 200</c>, percent-encoded as it was.</returns>
    public override string ToString() => $"{Method} {Uri.AbsoluteUri} → {(int)Status}";

    internal bool Is(Func<LocalRequest, bool> predicate) => predicate(_request);

    private static Uri Redact(LocalRequest request)
    {
        var address = request.Uri.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped);
        var query = string.Join('&', request.Query.Pairs.Select(pair =>
            $"{Uri.EscapeDataString(pair.Key)}={(s_shownQueryNames.Contains(pair.Key) ? Uri.EscapeDataString(pair.Value) : "[redacted]")}"));
        return new Uri(query.Length == 0 ? address : $"{address}?{query}");
    }
}
