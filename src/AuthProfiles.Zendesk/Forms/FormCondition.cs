namespace AuthProfiles.Zendesk;

/// <summary>What makes fields of a form appear: that another field has a value. Immutable.</summary>
public sealed record FormCondition
{
    /// <summary>Gets the id of the other field.</summary>
    public required long ParentFieldId { get; init; }

    /// <summary>Gets the value it must have: a text, or a truth value for a checkbox.</summary>
    public CustomFieldValue Value { get; init; }

    /// <summary>Gets the fields that appear.</summary>
    public IReadOnlyList<FormConditionChild> Children { get; init; } = [];
}
