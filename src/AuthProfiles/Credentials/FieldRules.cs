using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using AuthProfiles.Templates;

namespace AuthProfiles.Credentials;

/// <summary>What a key and a value may be in each place. Every method returns a fault that does not repeat the value, or null.</summary>
internal static class FieldRules
{
    /// <summary>The characters of a token (RFC 9110, section 5.6.2), such as a header's name or a scheme.</summary>
    public static readonly SearchValues<char> TokenCharacters =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

    private const string BearerScheme = "Bearer ";

    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789.eE+-");

    // Headers that frame the message or name its receiver: a credential in them changes where or how the request is read. So do those of the content.
    private static readonly FrozenSet<string> FramingHeaders = new[]
    {
        "Host", "Connection", "Expect", "Keep-Alive", "Proxy-Connection", "TE", "Trailer", "Transfer-Encoding", "Upgrade", "Via",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    public static string? HeaderNameFault(string? key) => key switch
    {
        null or "" => "the header has no name",
        _ when key.AsSpan().ContainsAnyExcept(TokenCharacters) => "the header's name has a character that no header name has (RFC 9110, section 5.1)",
        _ when FramingHeaders.Contains(key) => "the header frames the message and can't carry a credential",
        _ when key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase) => "the header describes the content and can't carry a credential",
        _ => null,
    };

    public static string? HeaderFault(string? key, SecretValue? value)
    {
        if (HeaderNameFault(key) is { } fault)
        {
            return fault;
        }

        var text = value?.Reveal();
        return text switch
        {
            null or "" => "it is empty",
            _ when text[0] == ' ' || text[^1] == ' ' => "it begins or ends with a space",
            _ when text.AsSpan().ContainsAnyExceptInRange(' ', '~') => "it has a character that a header can't carry",
            _ => BearerFault(key!, text),
        };
    }

    // RFC 6750, section 2.1 knows letters, digits, "-._~+/" and "=". Real tokens have most other signs too ("id|secret"), so only those are
    // refused by which the header would hold more than the one token.
    private static string? BearerFault(string key, string text) =>
        key.Equals("Authorization", StringComparison.OrdinalIgnoreCase)
        && text.StartsWith(BearerScheme, StringComparison.OrdinalIgnoreCase)
        && text.AsSpan(BearerScheme.Length).ContainsAny(' ', ',')
            ? "a bearer token has neither spaces nor commas (RFC 6750, section 2.1)"
            : null;

    public static string? TextFault(string? key, SecretValue? value) => (key, value?.Reveal()) switch
    {
        (null or "", _) => "the field has no key",
        (_, null) => "it is absent",
        var (name, text) when Surrogates.HasLone(name) || Surrogates.HasLone(text) => Surrogates.Fault,
        _ => null,
    };

    public static string? PathKeyFault(string? key) => key switch
    {
        null or "" => "the field has no key",
        _ when !key.All(static c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') => "the placeholder's name may have letters, digits, '_' and '-' only",
        _ => null,
    };

    public static string? PathFault(string? key, SecretValue? value) =>
        PathKeyFault(key) ?? TextFault(key, value) ?? value!.Reveal() switch
        {
            "" => "it is empty",
            "." or ".." => "it is a dot segment",
            _ => null,
        };

    public static string? PayloadFault(string? key, SecretValue? value, PayloadValueType type) =>
        TextFault(key, value) ?? (key is "/" or ['/', .., '/'] ? "the JSON Pointer names no member" : null) ?? type switch
        {
            PayloadValueType.Number when !IsJsonNumber(value!.Reveal()) => "it is no JSON number",
            PayloadValueType.Boolean when value!.Reveal() is not ("true" or "false") => "it is neither true nor false",
            _ => null,
        };

    // RFC 8259, section 6: no leading zero, no plus sign, no white space, no infinity.
    private static bool IsJsonNumber(string text)
    {
        var digits = text.AsSpan().TrimStart('-');
        return text.Length - digits.Length <= 1
            && digits.Length > 0 && char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[^1])
            && !(digits.Length > 1 && digits[0] == '0' && char.IsAsciiDigit(digits[1]))
            && !digits.ContainsAnyExcept(NumberCharacters)
            && !text.Contains(".e", StringComparison.OrdinalIgnoreCase)
            && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
    }
}
