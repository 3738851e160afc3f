using System.Diagnostics;
using System.Net.Http.Headers;

namespace AuthProfiles.OAuth;

/// <summary>What is asked of a token endpoint: parameters in order, each once, and at most one Authorization header.</summary>
/// <remarks>It holds secrets and prints none. Filled by one thread, then only read.</remarks>
/// <param name="client">Who asks.</param>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed class TokenRequest(ClientIdentity client)
{
    private readonly List<KeyValuePair<string, string>> _parameters = [];

    public ClientIdentity Client => client;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IReadOnlyList<KeyValuePair<string, string>> Parameters => _parameters;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public AuthenticationHeaderValue? Authorization { get; set; }

    /// <summary>Adds a parameter; an empty value is left out (RFC 6749, section 3.2).</summary>
    /// <exception cref="ArgumentException">The parameter is there already.</exception>
    public void Add(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        if (_parameters.Exists(parameter => string.Equals(parameter.Key, name, StringComparison.Ordinal)))
        {
            throw new ArgumentException($"The parameter '{name}' is there already.", nameof(name));
        }

        _parameters.Add(new(name, value));
    }

    public override string ToString() => string.Join(", ", _parameters.Select(static parameter => parameter.Key));
}
