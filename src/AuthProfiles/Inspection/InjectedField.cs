using AuthProfiles.Diagnostics;

namespace AuthProfiles;

/// <summary>A place that a credential goes into.</summary>
/// <param name="Type">Header, payload, query string or path.</param>
/// <param name="Key">The header's name, the member's name or JSON Pointer, the parameter, or the placeholder of the path.</param>
public readonly record struct InjectedField(AuthorizationFieldType Type, string Key)
{
    /// <summary>Returns the place.</summary>
    /// <returns>For example <c>Header Authorization</c>.</returns>
    public override string ToString() => $"{Type} {Printable.Escape(Key)}";
}
