using AuthProfiles.Diagnostics;

namespace AuthProfiles.Templates;

/// <summary>The errors of templates: each names profile, setting, placeholder and cure. A field's value is never in a message, a tenant's only escaped.</summary>
internal static class TemplateErrors
{
    /// <summary>The template itself is wrong. The sentence goes on after the setting's name and ends with the cure.</summary>
    public static AuthorizationException Wrong(this TemplateNames names, string sentence) =>
        new(AuthorizationErrorKind.Configuration, names.Profile, $"{Subject(names)} {sentence}");

    public static AuthorizationException Unknown(this TemplateNames names, string placeholder)
    {
        var suggestion = Suggestion.For(placeholder, names.Known.Select(static name => name.ToString()));
        var cure = suggestion.Length > 0 ? suggestion : " Known here: " + string.Join(", ", names.Known) + ".";
        return names.Wrong($"has the unknown placeholder '{Printable.Escape(placeholder)}'.{cure}");
    }

    public static AuthorizationException NoName(this TemplateNames names, string? name) =>
        names.Wrong($"can't have a placeholder named '{Printable.Escape(name)}'. A name has letters, digits, '_' and '-', and begins with a letter or '_'.");

    public static AuthorizationException Absent(this TemplateNames names, TemplateName name) =>
        Invalid(names, name.IsField
            ? $"needs a value for {name}, and the connection has none. Give '{name.Name}' on the connection."
            : $"needs a value for {name}, and there is none. Name the tenant by For(tenant), or give '{name.Name}' on the connection.");

    public static AuthorizationException Refused(this TemplateNames names, TemplateName name, Place place, string fault, string value)
    {
        var shown = name.IsField ? string.Empty : $" '{Printable.Escape(value)}'";
        return Invalid(names, $"can't take the value{shown} of {name}: {fault}. Give {place.Expected}.");
    }

    public static AuthorizationException TooLong(this TemplateNames names, int limit) =>
        Invalid(names, $"would become longer than {limit} characters. Give shorter values for its placeholders.");

    public static AuthorizationException HostMoved(this TemplateNames names) =>
        Invalid(names, "would name another host than its template says. Give plain host labels for the placeholders of its host.");

    private static AuthorizationException Invalid(TemplateNames names, string sentence) =>
        new(AuthorizationErrorKind.InvalidValue, names.Profile, $"{Subject(names)} {sentence}");

    private static string Subject(TemplateNames names) => $"Profile '{Printable.Escape(names.Profile)}': {names.Setting}";
}
