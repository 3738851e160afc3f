namespace AuthProfiles.OAuth;

/// <summary>The parameters in the query of a GET request: not of RFC 6749, and what a few services ask for.</summary>
internal sealed class QueryTokenRequestBody : ITokenRequestBody
{
    /// <inheritdoc/>
    public HttpRequestMessage Write(Uri address, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var divider = address.Query switch
        {
            "" or "?" when address.AbsoluteUri.EndsWith('?') => string.Empty,
            "" => "?",
            _ => "&",
        };
        return new(HttpMethod.Get, new Uri(address.AbsoluteUri + divider + FormText.Write(parameters)));
    }
}
