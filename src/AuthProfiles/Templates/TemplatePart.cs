namespace AuthProfiles.Templates;

/// <summary>Literal text of a template and the value that follows it.</summary>
/// <param name="Start">Where the literal begins in the template's text.</param>
/// <param name="Length">The literal's length.</param>
/// <param name="Slot">The index of the value's name, or -1 after the last value.</param>
/// <param name="Place">The value's place, or null after the last value.</param>
internal readonly record struct TemplatePart(int Start, int Length, int Slot, Place? Place);
