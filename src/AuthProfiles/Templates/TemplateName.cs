namespace AuthProfiles.Templates;

/// <summary>A placeholder's name and the kind of its braces.</summary>
/// <param name="Name">The name without braces. Names are case-sensitive.</param>
/// <param name="IsField">True for <c>{{name}}</c>, an input of the connection; false for <c>{name}</c>, what the service calls the tenant.</param>
public readonly record struct TemplateName(string Name, bool IsField)
{
    /// <summary>Returns the placeholder as it is written in a template.</summary>
    /// <returns>The name in single or double braces.</returns>
    public override string ToString() => IsField ? "{{" + Name + "}}" : "{" + Name + "}";
}
