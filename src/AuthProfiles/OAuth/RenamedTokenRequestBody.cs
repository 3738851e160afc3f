namespace AuthProfiles.OAuth;

/// <summary>The parameters under a provider's own names; those whose name is empty are left out.</summary>
/// <param name="names">The provider's names by the standard's. Two of them are never the same.</param>
/// <param name="inner">Writes them.</param>
internal sealed class RenamedTokenRequestBody(IReadOnlyDictionary<string, string> names, ITokenRequestBody inner) : ITokenRequestBody
{
    /// <inheritdoc/>
    public HttpRequestMessage Write(Uri address, IReadOnlyList<KeyValuePair<string, string>> parameters) => inner.Write(address, ParameterNames.Apply(names, parameters));
}
