namespace AuthProfiles.Zendesk;

/// <summary>What Zendesk says about one field of a request. All texts are escaped and cut.</summary>
/// <param name="Field">The field, such as <c>subject</c>; <c>base</c> is the record as a whole; empty where no field is named.</param>
/// <param name="Code">Zendesk's code, such as <c>BlankValue</c>, or null.</param>
/// <param name="Description">Zendesk's sentence, or null.</param>
public sealed record ZendeskFieldError(string Field, string? Code, string? Description);
