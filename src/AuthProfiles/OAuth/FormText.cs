namespace AuthProfiles.OAuth;

/// <summary>Encodes text as <c>application/x-www-form-urlencoded</c> (RFC 6749, appendix B).</summary>
internal static class FormText
{
    /// <summary>Returns the text with everything but letters, digits and <c>-._~</c> encoded, a space as plus.</summary>
    /// <remarks>Those four stay as they are, because secrets have them and servers that forget to decode exist.</remarks>
    public static string Encode(string text) => Uri.EscapeDataString(text).Replace("%20", "+", StringComparison.Ordinal);

    /// <summary>Returns the parameters in order, encoded.</summary>
    public static string Write(IEnumerable<KeyValuePair<string, string>> parameters) =>
        string.Join('&', parameters.Select(static parameter => $"{Encode(parameter.Key)}={Encode(parameter.Value)}"));
}
