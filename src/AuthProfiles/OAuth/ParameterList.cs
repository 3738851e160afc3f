using System.Collections.Frozen;
using System.Diagnostics;

namespace AuthProfiles.OAuth;

/// <summary>The parameters of a token request, in order. It prints their names only.</summary>
/// <param name="parameters">What is in it from the beginning.</param>
[DebuggerDisplay("{ToString(),nq}")]
internal sealed class ParameterList(params IReadOnlyList<KeyValuePair<string, string>> parameters)
{
    // RFC 8707, section 2; RFC 8693, section 2.1.
    private static readonly FrozenSet<string> Repeatable = new[] { "resource", "audience" }.ToFrozenSet(StringComparer.Ordinal);

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly List<KeyValuePair<string, string>> _items = [.. parameters];

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    public IReadOnlyList<KeyValuePair<string, string>> Items => _items;

    /// <summary>Adds a parameter; an empty value is left out (RFC 6749, section 3.2).</summary>
    /// <exception cref="ArgumentException">The parameter is there already, and is not one that may be repeated.</exception>
    public void Add(string name, string? value)
    {
        if (string.IsNullOrEmpty(value))
        {
            return;
        }

        if (!Repeatable.Contains(name) && _items.Exists(parameter => string.Equals(parameter.Key, name, StringComparison.Ordinal)))
        {
            throw new ArgumentException($"The parameter '{name}' is there already.", nameof(name));
        }

        _items.Add(new(name, value));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Join(", ", _items.Select(static parameter => parameter.Key));
}
