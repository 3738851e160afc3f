namespace AuthProfiles.Zendesk;

/// <summary>One of the account's own ticket fields with its value.</summary>
/// <param name="Id">The id of the ticket field: 64 bits wide.</param>
/// <param name="Value">The value; <c>default</c> is null.</param>
public readonly record struct CustomField(long Id, CustomFieldValue Value);
