namespace AuthProfiles.OAuth;

/// <summary>The parameters under a provider's own names; those whose name is empty are left out.</summary>
/// <param name="names">The provider's names by the standard's. Two of them are never the same.</param>
/// <param name="inner">Writes them.</param>
internal sealed class RenamedTokenRequestBody(IReadOnlyDictionary<string, string> names, ITokenRequestBody inner) : ITokenRequestBody
{
    /// <inheritdoc/>
    public HttpRequestMessage Write(Uri address, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        var writers = new Dictionary<string, string>(StringComparer.Ordinal);
        var renamed = new List<KeyValuePair<string, string>>(parameters.Count);
        foreach (var (name, value) in parameters)
        {
            var written = names.GetValueOrDefault(name, name);
            if (written.Length == 0)
            {
                continue;
            }

            // RFC 6749, section 3.2: no parameter twice; whichever the server took, one would be lost.
            if (!writers.TryAdd(written, name) && writers[written] != name)
            {
                throw new ArgumentException($"The parameter '{written}' is there already.", nameof(parameters));
            }

            renamed.Add(new(written, value));
        }

        return inner.Write(address, renamed);
    }
}
