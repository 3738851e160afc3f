using AuthProfiles.Templates;

namespace AuthProfiles;

/// <summary>An input that a connection gives to a profile; templates refer to it as <c>{{key}}</c>.</summary>
/// <param name="Key">The field's name in templates, settings and inputs: a letter or '_', then letters, digits, '_' or '-'.</param>
/// <param name="Title">What people read beside the input; null is the key.</param>
/// <param name="Hint">What the value is and where the service shows it.</param>
public sealed record AdditionalField(string Key, string? Title = null, string? Hint = null)
{
    /// <summary>Gets an example of a value, or null. It is shown, so it is never a real one.</summary>
    public string? Example { get; init; }

    /// <summary>Gets a value indicating whether the value is hidden while it is typed. The default is true: it never reaches a log either way.</summary>
    public bool Secret { get; init; } = true;

    /// <summary>Gets a value indicating whether a connection can do without it. The default is false.</summary>
    public bool Optional { get; init; }

    /// <summary>Gets the regular expression that the whole value fits as it is given, such as <c>[0-9]{6}</c>, or null: any value does.</summary>
    /// <remarks>Without look-around and back-references, so that no value takes long (<see cref="System.Text.RegularExpressions.RegexOptions.NonBacktracking"/>). A page may show it as the <c>pattern</c> of an input.</remarks>
    public string? Pattern { get; init; }

    /// <summary>Gets how many characters the value may have, as .NET counts them (UTF-16). The default is 3,000.</summary>
    public int MaxLength { get; init; } = 3000;

    /// <summary>Gets a value indicating whether the value belongs to the application: then a user's connection takes the profile's own. The default is false.</summary>
    public bool OfApplication { get; init; }

    /// <summary>Gets the key of the field that the value belongs to, such as the endpoint that a key opens, or null. A connection that gives that field itself takes this one from nobody: it would be sent to a place that it is not for.</summary>
    public string? BelongsTo { get; init; }

    /// <summary>Gets a value indicating whether the value only serves to obtain a grant, such as a password: then a stored connection forgets it once there is one. The default is false.</summary>
    public bool UsedOnce { get; init; }

    /// <summary>Gets what brings a value into its one form, such as a bare host to an address, or null. It refuses with an <see cref="ArgumentException"/> that does not hold the value.</summary>
    public Func<string, string>? Normalize { get; init; }

    /// <summary>Gets what the value may be where a template puts it into an address. The default is what the position asks for.</summary>
    public ValueShape Shape { get; init; } = ValueShape.ByPosition;
}
