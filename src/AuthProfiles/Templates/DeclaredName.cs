namespace AuthProfiles.Templates;

/// <summary>A name that may occur in a template and what its values may be.</summary>
/// <param name="Name">The name and its braces.</param>
/// <param name="Shape">What its values may be, or null where the name stays in the text for the path injector.</param>
internal sealed record DeclaredName(TemplateName Name, ValueShape? Shape);
