using System.Diagnostics.CodeAnalysis;

namespace AuthProfiles.Zendesk;

/// <summary>A member of an update that may be left as it is (the default), set, or emptied by setting null.</summary>
/// <typeparam name="T">The type of the value.</typeparam>
/// <remarks>Assign the value itself: <c>AssigneeId = 7</c> sets, <c>AssigneeId = null</c> empties, no assignment changes nothing.</remarks>
[SuppressMessage("Naming", "CA1716:Identifiers should not match keywords", Justification = "The usual name for it; Visual Basic takes it in brackets.")]
public readonly record struct Optional<T>
{
    /// <summary>Initializes a new instance of the <see cref="Optional{T}"/> struct that has a value.</summary>
    /// <param name="value">The value, which may be null.</param>
    public Optional(T value)
    {
        HasValue = true;
        Value = value;
    }

    /// <summary>Gets a value indicating whether the member is to be sent at all.</summary>
    public bool HasValue { get; }

    /// <summary>Gets the value to send; the type's default where <see cref="HasValue"/> is false.</summary>
    public T? Value { get; }

    /// <summary>Makes a member that is sent.</summary>
    /// <param name="value">The value, which may be null.</param>
    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The constructor is the named alternate.")]
    public static implicit operator Optional<T>(T value) => new(value);
}
