namespace AuthProfiles.Zendesk;

/// <summary>Something that macros can do. Immutable.</summary>
public sealed record MacroActionDefinition
{
    /// <summary>Gets what is changed: the <see cref="MacroAction.Field"/> of an action.</summary>
    public required string Subject { get; init; }

    /// <summary>Gets what people see.</summary>
    public string? Title { get; init; }

    /// <summary>Gets what people see beside the value; null where it is not told apart.</summary>
    public string? FieldTitle { get; init; }

    /// <summary>Gets the heading that it stands under.</summary>
    public string? Group { get; init; }

    /// <summary>Gets how a value is given, such as <c>list</c> or <c>text</c>.</summary>
    public string? Type { get; init; }

    /// <summary>Gets the values to choose from; empty where the value is free.</summary>
    public IReadOnlyList<MacroChoice> Choices { get; init; } = [];

    /// <summary>Gets the ways in which the value is used; empty where there is one.</summary>
    public IReadOnlyList<MacroChoice> Operators { get; init; } = [];

    /// <summary>Gets a value indicating whether the value may be empty.</summary>
    public bool IsNullable { get; init; }

    /// <summary>Gets a value indicating whether a macro may do it more than once.</summary>
    public bool IsRepeatable { get; init; }
}
