namespace AuthProfiles.Zendesk;

/// <summary>One thing that a macro does. Immutable.</summary>
/// <param name="Field">What is changed, such as <c>status</c> or <c>comment_value</c>; <see cref="MacrosClient.ListActionsAsync"/> tells what there is.</param>
/// <param name="Value">The new value: a text, or several for what takes more than one.</param>
public sealed record MacroAction(string Field, CustomFieldValue Value);
