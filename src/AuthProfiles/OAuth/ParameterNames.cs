namespace AuthProfiles.OAuth;

/// <summary>A provider's own names of parameters.</summary>
internal static class ParameterNames
{
    /// <summary>Puts parameters under the provider's names; those whose name is empty are left out.</summary>
    /// <param name="names">The provider's names by the standard's.</param>
    /// <param name="parameters">The parameters, in order.</param>
    /// <exception cref="ArgumentException">Two that are not the same would get the same name.</exception>
    public static IReadOnlyList<KeyValuePair<string, string>> Apply(IReadOnlyDictionary<string, string> names, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        if (names.Count == 0)
        {
            return parameters;
        }

        var writers = new Dictionary<string, string>(StringComparer.Ordinal);
        var renamed = new List<KeyValuePair<string, string>>(parameters.Count);
        foreach (var (name, value) in parameters)
        {
            var written = names.GetValueOrDefault(name, name);
            if (written.Length == 0)
            {
                continue;
            }

            // RFC 6749, sections 3.1 and 3.2: no parameter twice; whichever the server took, one would be lost.
            if (!writers.TryAdd(written, name) && writers[written] != name)
            {
                throw new ArgumentException($"The parameter '{written}' is there already.", nameof(parameters));
            }

            renamed.Add(new(written, value));
        }

        return renamed;
    }
}
