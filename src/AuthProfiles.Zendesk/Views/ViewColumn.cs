namespace AuthProfiles.Zendesk;

/// <summary>A column of a view.</summary>
/// <param name="Id">The column's name, such as <c>status</c>; of one of the account's own fields its id.</param>
/// <param name="Title">The heading.</param>
/// <param name="Type">The type of one of the account's own fields, such as <c>text</c>.</param>
/// <param name="Url">The address of that field in the API. It is never followed.</param>
public sealed record ViewColumn(string Id, string? Title, string? Type, string? Url);
