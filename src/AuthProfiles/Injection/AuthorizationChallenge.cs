using System.Collections.Frozen;
using AuthProfiles.Diagnostics;

namespace AuthProfiles;

/// <summary>One challenge of an answer: a scheme that the service would take, and what it says about it (RFC 9110, section 11.6.1).</summary>
/// <remarks>Immutable and thread-safe. All of it is the service's word: nothing here is checked beyond its syntax.</remarks>
public sealed class AuthorizationChallenge
{
    internal AuthorizationChallenge(string scheme, string? token68, IEnumerable<KeyValuePair<string, string>> parameters)
    {
        Scheme = scheme;
        Token68 = token68;

        // Of a parameter that is there twice nobody knows which was meant.
        Parameters = parameters
            .GroupBy(static parameter => parameter.Key, StringComparer.OrdinalIgnoreCase)
            .Where(static named => named.Count() == 1)
            .ToFrozenDictionary(static named => named.Key, static named => named.Single().Value, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>Gets the scheme as it was written, such as <c>Bearer</c>. Compare it without case.</summary>
    public string Scheme { get; }

    /// <summary>Gets what follows the scheme in place of parameters, as Negotiate and NTLM have it, or null.</summary>
    public string? Token68 { get; }

    /// <summary>Gets the parameters, unquoted, by name without case. One that is there twice is left out.</summary>
    public IReadOnlyDictionary<string, string> Parameters { get; }

    /// <summary>Gets the error code, such as <c>invalid_token</c> or <c>insufficient_scope</c> (RFC 6750, section 3.1), or null.</summary>
    public string? Error => Parameters.GetValueOrDefault("error");

    /// <summary>Gets the scope that the request would have needed (RFC 6750, section 3), or null.</summary>
    public string? Scope => Parameters.GetValueOrDefault("scope");

    /// <summary>Gets the part of the service that the challenge is about, or null.</summary>
    public string? Realm => Parameters.GetValueOrDefault("realm");

    /// <summary>Returns the scheme and the error, escaped.</summary>
    /// <returns>For example <c>Bearer invalid_token</c>.</returns>
    public override string ToString() => $"{Printable.Escape(Scheme)} {Printable.Escape(Error)}".TrimEnd();

    internal bool IsOf(string scheme) => Scheme.Equals(scheme, StringComparison.OrdinalIgnoreCase);

    internal bool Says(string error) => string.Equals(Error, error, StringComparison.Ordinal);
}
