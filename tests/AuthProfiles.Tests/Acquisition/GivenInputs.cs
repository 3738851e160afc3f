using System.Collections.Immutable;

namespace AuthProfiles.Tests.Acquisition;

/// <summary>Inputs of connections, as an owner gives them.</summary>
internal static class GivenInputs
{
    public static ImmutableDictionary<string, SecretValue> Of(params IEnumerable<(string Key, string Value)> inputs) =>
        inputs.ToImmutableDictionary(static input => input.Key, static input => new SecretValue(input.Value), StringComparer.Ordinal);

    /// <summary>Returns the inputs as text, in the order of their keys.</summary>
    public static string Text(this ImmutableDictionary<string, SecretValue> inputs) =>
        string.Join(' ', inputs.OrderBy(static input => input.Key, StringComparer.Ordinal).Select(static input => $"{input.Key}={input.Value.Reveal()}"));
}
