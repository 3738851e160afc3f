namespace AuthProfiles.Templates;

/// <summary>The names that may occur in a template, what their values may be, and whose template it is.</summary>
/// <remarks>
/// Immutable and thread-safe; every <c>With…</c> returns a new instance, and a name declared again is replaced. The names are shared by
/// all settings of a profile: <see cref="ForSetting"/> gives them to another template, so that its errors name the right setting.
/// </remarks>
public sealed class TemplateNames
{
    private static readonly DeclaredName[] TenantOnly = [new(new("tenant", IsField: false), ValueShape.ByPosition)];

    private readonly DeclaredName[] _declared;

    private TemplateNames(string profile, string setting, DeclaredName[] declared)
    {
        Profile = profile;
        Setting = setting;
        _declared = declared;
    }

    /// <summary>Gets the profile's name.</summary>
    public string Profile { get; }

    /// <summary>Gets the setting that holds the template.</summary>
    public string Setting { get; }

    internal IEnumerable<TemplateName> Known => _declared.Select(static declared => declared.Name);

    /// <summary>Starts with the one name that every template knows: <c>{tenant}</c>.</summary>
    /// <param name="profile">The profile's name, for error messages.</param>
    /// <param name="setting">The setting's name, for error messages, which show it as it is.</param>
    /// <returns>The names.</returns>
    public static TemplateNames Of(string profile, string setting)
    {
        ArgumentException.ThrowIfNullOrEmpty(profile);
        ArgumentException.ThrowIfNullOrEmpty(setting);
        return new(profile, setting, TenantOnly);
    }

    /// <summary>Gives the same names to another setting.</summary>
    /// <param name="setting">The setting's name, for error messages, which show it as it is.</param>
    /// <returns>The names.</returns>
    public TemplateNames ForSetting(string setting)
    {
        ArgumentException.ThrowIfNullOrEmpty(setting);
        return string.Equals(setting, Setting, StringComparison.Ordinal) ? this : new(Profile, setting, _declared);
    }

    /// <summary>Declares what the service calls the tenant, a single-brace name such as <c>{subdomain}</c>, or gives <c>{tenant}</c> another shape.</summary>
    /// <param name="name">The name without braces: letters, digits, '_' and '-', beginning with a letter or '_'.</param>
    /// <param name="shape">What its values may be. The default is <see cref="ValueShape.ByPosition"/>.</param>
    /// <returns>The names with this one.</returns>
    /// <exception cref="AuthorizationException">No placeholder can have the name.</exception>
    public TemplateNames WithTenant(string name, ValueShape? shape = null) =>
        With(new(new(name, IsField: false), shape ?? ValueShape.ByPosition));

    /// <summary>Declares an input of the connection, a double-brace name such as <c>{{key}}</c>.</summary>
    /// <param name="name">The name without braces: letters, digits, '_' and '-', beginning with a letter or '_'.</param>
    /// <param name="shape">What its values may be. The default is <see cref="ValueShape.ByPosition"/>.</param>
    /// <returns>The names with this one.</returns>
    /// <exception cref="AuthorizationException">No placeholder can have the name.</exception>
    public TemplateNames WithField(string name, ValueShape? shape = null) =>
        With(new(new(name, IsField: true), shape ?? ValueShape.ByPosition));

    /// <summary>Declares the <c>{name}</c> of a path parameter: templates leave it in the path as it is, and the injector replaces it.</summary>
    /// <param name="name">The name without braces: letters, digits, '_' and '-', beginning with a letter or '_'.</param>
    /// <returns>The names with this one.</returns>
    /// <exception cref="AuthorizationException">No placeholder can have the name.</exception>
    public TemplateNames WithPathParam(string name) => With(new(new(name, IsField: false), Shape: null));

    /// <summary>Returns whose template it is, without the names: all that messages need once a template is read.</summary>
    internal TemplateNames WithoutNames() => new(Profile, Setting, []);

    internal DeclaredName? Find(ReadOnlySpan<char> name, bool isField)
    {
        foreach (var declared in _declared)
        {
            if (declared.Name.IsField == isField && name.SequenceEqual(declared.Name.Name))
            {
                return declared;
            }
        }

        return null;
    }

    private TemplateNames With(DeclaredName added)
    {
        var name = added.Name.Name;
        if (string.IsNullOrEmpty(name) || TemplateSyntax.NameLength(name) != name.Length || GuidText.IsGuid(name))
        {
            throw this.NoName(name);
        }

        return new(Profile, Setting, [.. _declared.Where(declared => declared.Name != added.Name), added]);
    }
}
