namespace AuthProfiles.Templates;

/// <summary>A placeholder in a template's text, braces included; what stands between two of them is literal.</summary>
internal sealed record TemplateToken(int Start, int End, DeclaredName Declared);
