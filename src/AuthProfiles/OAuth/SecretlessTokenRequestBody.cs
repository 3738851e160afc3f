namespace AuthProfiles.OAuth;

/// <summary>Lets no secret or assertion of the client through: what is written behind it goes where logs see it (RFC 6749, section 2.3.1).</summary>
/// <param name="inner">Writes the parameters.</param>
internal sealed class SecretlessTokenRequestBody(ITokenRequestBody inner) : ITokenRequestBody
{
    /// <inheritdoc/>
    public HttpRequestMessage Write(Uri address, IReadOnlyList<KeyValuePair<string, string>> parameters) =>
        parameters.Any(static parameter => TokenParameters.ProvesClient(parameter.Key))
            ? throw new ArgumentException("The client's secret or assertion would stand in the address.", nameof(parameters))
            : inner.Write(address, parameters);
}
