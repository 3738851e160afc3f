using AuthProfiles.Templates;

namespace AuthProfiles.Profiles;

/// <summary>An authorization field with its value's template, parsed.</summary>
internal sealed record FieldTemplate(AuthorizationField Field, ValueTemplate Template);
