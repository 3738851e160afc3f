namespace AuthProfiles;

/// <summary>Says where a value goes on every request, and of what it is made.</summary>
/// <remarks>
/// The value is a template: <c>{tenant}</c> is the tenant, <c>{{key}}</c> an input of the connection.
/// It is checked and escaped for its place; see <see cref="AuthorizationFieldType"/>.
/// </remarks>
public sealed record AuthorizationField
{
    private AuthorizationField(AuthorizationFieldType type, string key, string value)
    {
        Type = type;
        Key = key;
        Value = value;
    }

    /// <summary>Gets the place.</summary>
    public AuthorizationFieldType Type { get; }

    /// <summary>Gets the header's name, the query parameter's name, the path placeholder's name, or the body member's name or JSON Pointer (RFC 6901).</summary>
    public string Key { get; }

    /// <summary>Gets the value's template.</summary>
    public string Value { get; }

    /// <summary>Gets a value indicating whether the field is left out whole when one of its values is absent. The default is false: then nothing is sent.</summary>
    public bool Optional { get; init; }

    /// <summary>Gets how the value is written into a JSON body. The default is <see cref="PayloadValueType.Text"/>.</summary>
    public PayloadValueType ValueType { get; init; }

    /// <summary>Says whether this field goes where another one would go.</summary>
    internal bool IsInPlaceOf(AuthorizationField other) =>
        Type == other.Type && string.Equals(Key, other.Key, Type == AuthorizationFieldType.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>Returns the place and the key, never the value: a literal in its template may be a secret.</summary>
    /// <returns>The place and the key.</returns>
    public override string ToString() => $"{Type} {Key}";

    /// <summary>Puts a value into a header.</summary>
    /// <param name="key">The header's name. Framing headers such as Host and Content-Length are refused.</param>
    /// <param name="value">The value's template.</param>
    /// <returns>The field.</returns>
    public static AuthorizationField Header(string key, string value) => new(AuthorizationFieldType.Header, key, value);

    /// <summary>Puts a value into the body.</summary>
    /// <param name="key">The member's name, or a JSON Pointer (RFC 6901) if it starts with a slash.</param>
    /// <param name="value">The value's template.</param>
    /// <returns>The field.</returns>
    public static AuthorizationField Payload(string key, string value) => new(AuthorizationFieldType.Payload, key, value);

    /// <summary>Puts a value into the query.</summary>
    /// <param name="key">The parameter's name.</param>
    /// <param name="value">The value's template.</param>
    /// <returns>The field.</returns>
    public static AuthorizationField QueryString(string key, string value) => new(AuthorizationFieldType.QueryString, key, value);

    /// <summary>Puts a value into the path, in place of <c>{key}</c>.</summary>
    /// <param name="key">The placeholder's name, without braces.</param>
    /// <param name="value">The value's template.</param>
    /// <returns>The field.</returns>
    public static AuthorizationField PathParam(string key, string value) => new(AuthorizationFieldType.PathParam, key, value);
}
