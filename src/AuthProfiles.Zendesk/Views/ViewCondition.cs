namespace AuthProfiles.Zendesk;

/// <summary>A condition of a view. Which fields, operators and values there are is in Zendesk's reference of conditions.</summary>
/// <param name="Field">The field, such as <c>status</c> or <c>custom_fields_360011872073</c>.</param>
/// <param name="Operator">How it is compared, such as <c>is</c> or <c>less_than</c>.</param>
/// <param name="Value">What with: mostly a text, for ids too; <c>default</c> is null.</param>
public sealed record ViewCondition(string Field, string Operator, CustomFieldValue Value);
