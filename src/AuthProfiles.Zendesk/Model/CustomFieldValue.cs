using System.Globalization;

namespace AuthProfiles.Zendesk;

/// <summary>The value of a custom field: text, a number, a truth value, several texts, or null (the default).</summary>
/// <remarks>Immutable and thread-safe; compared by content. Drop-downs and dates are text, multi-selects are several texts.</remarks>
public readonly struct CustomFieldValue : IEquatable<CustomFieldValue>
{
    private readonly object? _value;

    private CustomFieldValue(object? value) => _value = value;

    /// <summary>Gets a value indicating whether the field is empty.</summary>
    public bool IsNull => _value is null;

    /// <summary>Gets the text, or null where the value is something else.</summary>
    public string? Text => _value as string;

    /// <summary>Gets the number, or null where the value is something else.</summary>
    public decimal? Number => _value as decimal?;

    /// <summary>Gets the truth value, or null where the value is something else.</summary>
    public bool? Boolean => _value as bool?;

    /// <summary>Gets the texts of a multi-select, or null where the value is something else.</summary>
    public IReadOnlyList<string>? Texts => _value as IReadOnlyList<string>;

    /// <summary>Makes a text; null is the empty value.</summary>
    /// <param name="value">The text.</param>
    public static implicit operator CustomFieldValue(string? value) => FromString(value);

    /// <summary>Makes a number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator CustomFieldValue(decimal value) => FromDecimal(value);

    /// <summary>Makes a truth value.</summary>
    /// <param name="value">The truth value.</param>
    public static implicit operator CustomFieldValue(bool value) => FromBoolean(value);

    /// <summary>Says whether two values are the same.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator ==(CustomFieldValue left, CustomFieldValue right) => left.Equals(right);

    /// <summary>Says whether two values differ.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    public static bool operator !=(CustomFieldValue left, CustomFieldValue right) => !left.Equals(right);

    /// <summary>Makes a text; null is the empty value.</summary>
    /// <param name="value">The text.</param>
    /// <returns>The value.</returns>
    public static CustomFieldValue FromString(string? value) => new(value);

    /// <summary>Makes a number.</summary>
    /// <param name="value">The number.</param>
    /// <returns>The value.</returns>
    public static CustomFieldValue FromDecimal(decimal value) => new(value);

    /// <summary>Makes a truth value.</summary>
    /// <param name="value">The truth value.</param>
    /// <returns>The value.</returns>
    public static CustomFieldValue FromBoolean(bool value) => new(value);

    /// <summary>Makes the value of a multi-select.</summary>
    /// <param name="values">The texts; they are copied.</param>
    /// <returns>The value.</returns>
    public static CustomFieldValue FromStrings(params IEnumerable<string> values) => new(values.ToArray());

    /// <inheritdoc/>
    public bool Equals(CustomFieldValue other) => Texts is { } texts
        ? other.Texts is { } others && texts.SequenceEqual(others, StringComparer.Ordinal)
        : Equals(_value, other._value);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is CustomFieldValue other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        if (Texts is not { } texts)
        {
            return _value?.GetHashCode() ?? 0;
        }

        var hash = default(HashCode);
        foreach (var text in texts)
        {
            hash.Add(text, StringComparer.Ordinal);
        }

        return hash.ToHashCode();
    }

    /// <summary>Returns the value in the invariant culture; several texts are joined by commas, null is empty.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => Texts is { } texts
        ? string.Join(',', texts)
        : Convert.ToString(_value, CultureInfo.InvariantCulture) ?? string.Empty;
}
