using System.Collections.Frozen;

namespace AuthProfiles.OAuth;

/// <summary>What a provider sent back to the callback (RFC 6749, section 4.1.2), read without trust.</summary>
/// <remarks>It holds secrets and prints none.</remarks>
internal sealed class CallbackParameters
{
    /// <summary>The most that a callback's query may have. Codes of Entra reach 2,000 characters.</summary>
    private const int Longest = 16 * 1024;

    private readonly FrozenDictionary<string, string> _values;

    private CallbackParameters(FrozenDictionary<string, string> values) => _values = values;

    /// <summary>Gets a parameter, or null where it is absent or empty.</summary>
    public string? this[string name] => _values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

    /// <summary>Reads the query of a callback as it was written.</summary>
    /// <returns>The parameters, or null where the query is too long or names one twice.</returns>
    public static CallbackParameters? Read(Uri callback)
    {
        var query = callback.OriginalString.IndexOf('?', StringComparison.Ordinal);
        return Read(query < 0 ? string.Empty : callback.OriginalString[query..]);
    }

    /// <summary>Reads a query.</summary>
    /// <returns>The parameters, or null where the query is too long or names one twice.</returns>
    public static CallbackParameters? Read(string query)
    {
        if (query.Length > Longest)
        {
            return null;
        }

        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var pair in query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var sign = pair.IndexOf('=', StringComparison.Ordinal);
            var name = Decode(sign < 0 ? pair : pair[..sign]);
            var value = sign < 0 ? string.Empty : Decode(pair[(sign + 1)..]);
            if (!values.TryAdd(name, value))
            {
                return null;
            }
        }

        return new(values.ToFrozenDictionary(StringComparer.Ordinal));
    }

    /// <summary>Returns what the parameters are, never their values.</summary>
    public override string ToString() => $"{_values.Count} parameters";

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
