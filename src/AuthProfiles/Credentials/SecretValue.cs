using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;

namespace AuthProfiles;

/// <summary>A secret that cannot print itself: a key, a password, a token.</summary>
/// <remarks>Immutable and thread-safe. Its text is a managed string: a memory dump of the process shows it.</remarks>
[DebuggerDisplay("[redacted]")]
public sealed class SecretValue : IEquatable<SecretValue>
{
    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly string _text;

    /// <summary>Initializes a new instance of the <see cref="SecretValue"/> class.</summary>
    /// <param name="text">The secret, kept as it is.</param>
    public SecretValue(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        _text = text;
    }

    /// <summary>Turns a string into a secret; null stays null.</summary>
    /// <param name="text">The secret's text.</param>
    [return: NotNullIfNotNull(nameof(text))]
    public static implicit operator SecretValue?(string? text) => FromString(text);

    /// <summary>Turns a string into a secret; null stays null.</summary>
    /// <param name="text">The secret's text.</param>
    /// <returns>The secret, or null.</returns>
    [return: NotNullIfNotNull(nameof(text))]
    public static SecretValue? FromString(string? text) => text is null ? null : new SecretValue(text);

    /// <summary>Returns the secret. Call it only where the request is written.</summary>
    /// <returns>The secret's text.</returns>
    public string Reveal() => _text;

    /// <summary>Returns a fixed word, never the secret.</summary>
    /// <returns><c>[redacted]</c>.</returns>
    public override string ToString() => "[redacted]";

    /// <inheritdoc/>
    public bool Equals(SecretValue? other) => other is not null && string.Equals(_text, other._text, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SecretValue);

    /// <inheritdoc/>
    public override int GetHashCode() => _text.GetHashCode(StringComparison.Ordinal);
}
