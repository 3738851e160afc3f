using System.Diagnostics;
using AuthProfiles.Credentials;

namespace AuthProfiles;

/// <summary>One resolved value of a credential and its place on a request, checked when it is made.</summary>
[DebuggerDisplay("{Type} {Key}: [redacted]")]
public sealed class CredentialField
{
    private CredentialField(AuthorizationFieldType type, string key, SecretValue value, PayloadValueType valueType)
    {
        Type = type;
        Key = key;
        Value = value;
        ValueType = valueType;
        QueryPair = type == AuthorizationFieldType.QueryString ? new(EncodePair()) : null;
    }

    /// <summary>Gets the place.</summary>
    public AuthorizationFieldType Type { get; }

    /// <summary>Gets the header's, parameter's, placeholder's or member's name, or the member's JSON Pointer.</summary>
    public string Key { get; }

    /// <summary>Gets the value, unescaped: the injector escapes it for the place.</summary>
    public SecretValue Value { get; }

    /// <summary>Gets how the value is written into a JSON body.</summary>
    public PayloadValueType ValueType { get; }

    /// <summary>Gets what goes beside a token in the query: no cache between here and the service may keep the address or the answer (RFC 6750, section 2.3).</summary>
    internal static CredentialField NoStore { get; } = new(AuthorizationFieldType.Header, "Cache-Control", "no-store", PayloadValueType.Text) { OnlyIfAbsent = true };

    /// <summary>Gets a query parameter as the address shows it, <c>key=value</c> with both parts encoded, or null for another place.</summary>
    /// <remarks>Encoded once, as a header's line is checked once: an injection is then little more than the new address.</remarks>
    internal SecretValue? QueryPair { get; }

    /// <summary>Gets a value indicating whether the field makes way for whatever is in its place, without a conflict.</summary>
    internal bool OnlyIfAbsent { get; private init; }

    /// <summary>Makes a header's value.</summary>
    /// <param name="key">The header's name.</param>
    /// <param name="value">The whole value: printable ASCII, no space at either end.</param>
    /// <returns>The field.</returns>
    /// <exception cref="ArgumentException">The name is no header name or a framing header, or the value is not fit for a header, or not for a bearer token (RFC 6750, section 2.1). The message does not hold the value.</exception>
    public static CredentialField Header(string key, SecretValue value) =>
        Make(AuthorizationFieldType.Header, key, value, FieldRules.HeaderFault(key, value));

    /// <summary>Makes a body member's value.</summary>
    /// <param name="key">The member's name, or a JSON Pointer if it starts with a slash.</param>
    /// <param name="value">The value.</param>
    /// <param name="valueType">How it is written into a JSON body.</param>
    /// <returns>The field.</returns>
    /// <exception cref="ArgumentException">The key is empty, or the value is not of its type. The message does not hold the value.</exception>
    public static CredentialField Payload(string key, SecretValue value, PayloadValueType valueType = PayloadValueType.Text) =>
        Make(AuthorizationFieldType.Payload, key, value, FieldRules.PayloadFault(key, value, valueType), valueType);

    /// <summary>Makes a query parameter's value.</summary>
    /// <param name="key">The parameter's name, unescaped.</param>
    /// <param name="value">The value, unescaped.</param>
    /// <returns>The field.</returns>
    /// <exception cref="ArgumentException">The key is empty, or the text can't be encoded. The message does not hold the value.</exception>
    public static CredentialField QueryString(string key, SecretValue value) =>
        Make(AuthorizationFieldType.QueryString, key, value, FieldRules.TextFault(key, value));

    /// <summary>Makes a path segment's value.</summary>
    /// <param name="key">The placeholder's name, without braces.</param>
    /// <param name="value">The value, unescaped.</param>
    /// <returns>The field.</returns>
    /// <exception cref="ArgumentException">The key is no placeholder name, or the value is empty or a dot segment. The message does not hold the value.</exception>
    public static CredentialField PathParam(string key, SecretValue value) =>
        Make(AuthorizationFieldType.PathParam, key, value, FieldRules.PathFault(key, value));

    /// <summary>Says whether another field has the same place. Header names are the same in any case.</summary>
    internal bool IsFor(CredentialField other) =>
        Type == other.Type && string.Equals(Key, other.Key, Type == AuthorizationFieldType.Header ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    /// <summary>Writes <c>key=value</c> as a query and a form have it, both parts encoded.</summary>
    internal string EncodePair() => $"{Uri.EscapeDataString(Key)}={Uri.EscapeDataString(Value.Reveal())}";

    /// <summary>Returns the place and the key, never the value.</summary>
    /// <returns>The place and the key.</returns>
    public override string ToString() => $"{Type} {Key}: [redacted]";

    private static CredentialField Make(AuthorizationFieldType type, string key, SecretValue value, string? fault, PayloadValueType valueType = PayloadValueType.Text) =>
        fault is null ? new(type, key, value, valueType) : throw new ArgumentException($"The value for {type} '{Diagnostics.Printable.Escape(key)}' can't be sent: {fault}.", nameof(value));
}
