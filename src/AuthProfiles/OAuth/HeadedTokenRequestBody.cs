namespace AuthProfiles.OAuth;

/// <summary>Adds a provider's own headers to a token request, such as a version.</summary>
/// <param name="headers">The headers; each is one that <see cref="TokenParameters.HeaderCure"/> has no word against.</param>
/// <param name="inner">Writes the parameters.</param>
internal sealed class HeadedTokenRequestBody(IReadOnlyDictionary<string, string> headers, ITokenRequestBody inner) : ITokenRequestBody
{
    /// <inheritdoc/>
    public HttpRequestMessage Write(Uri address, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var message = inner.Write(address, parameters);
        foreach (var (name, value) in headers)
        {
            message.Headers.Add(name, value);
        }

        return message;
    }
}
