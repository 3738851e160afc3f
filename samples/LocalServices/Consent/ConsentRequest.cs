using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace AuthProfiles.Samples.Consent;

/// <summary>A request of a browser that was sent to the login by an application (RFC 6749, section 4.1.1).</summary>
internal sealed class ConsentRequest
{
    public const string AccountParameter = "account";

    private readonly Dictionary<string, StringValues> _query;

    private ConsentRequest(Uri address, Dictionary<string, StringValues> query) => (Address, _query) = (address, query);

    public Uri Address { get; }

    public string Client => _query["client_id"].ToString();

    public IReadOnlyList<string> Scopes => _query.TryGetValue("scope", out var scope) ? scope.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];

    /// <summary>Where whoever decides is sent back to: its origin, for people to see.</summary>
    public string ReturnsTo => Uri.TryCreate(_query["redirect_uri"].ToString(), UriKind.Absolute, out var address) ? address.GetLeftPart(UriPartial.Authority) : string.Empty;

    /// <summary>The account that was chosen on the page before, or null.</summary>
    public string? Account => _query.TryGetValue(AccountParameter, out var account) ? account.ToString() : null;

    public static bool TryRead(HttpRequestMessage request, [NotNullWhen(true)] out ConsentRequest? consent)
    {
        var query = QueryHelpers.ParseQuery(request.RequestUri!.Query);
        consent = query.ContainsKey("client_id") && query.ContainsKey("response_type") && (request.Method == HttpMethod.Get || request.Method == HttpMethod.Post)
            ? new(request.RequestUri, query)
            : null;
        return consent is not null;
    }

    /// <summary>The address of this page with another account, or with none.</summary>
    public string With(string? account)
    {
        var others = _query.Where(static pair => pair.Key != AccountParameter).SelectMany(static pair => pair.Value, static (pair, value) => KeyValuePair.Create(pair.Key, value));
        var query = QueryString.Create(account is null ? others : others.Append(new(AccountParameter, account)));
        return Address.AbsolutePath + query.ToUriComponent();
    }
}
