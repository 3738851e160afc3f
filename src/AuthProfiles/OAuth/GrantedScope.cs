using System.Collections.Immutable;

namespace AuthProfiles.OAuth;

/// <summary>Compares the scope granted with the one asked for (RFC 6749, section 3.3).</summary>
internal static class GrantedScope
{
    // What asks for claims or for a refresh token is often left out of the answer, or granted under another name.
    private static readonly string[] OfSignIn = ["openid", "profile", "email", "address", "phone", "offline_access"];

    /// <summary>Returns the words that were asked for and are not granted.</summary>
    /// <param name="asked">What was asked for, or null.</param>
    /// <param name="granted">What was granted, or null where the answer left it out because it is what was asked for.</param>
    /// <param name="separator">What the provider separates words with; a space separates them too.</param>
    public static ImmutableArray<string> FindMissing(string? asked, string? granted, string separator) =>
        granted is null ? [] : [.. Words(asked, separator).Except(Words(granted, separator), StringComparer.Ordinal).Except(OfSignIn, StringComparer.Ordinal)];

    /// <summary>Returns the words of a scope.</summary>
    public static string[] Words(string? scope, string separator) =>
        scope?.Split([separator, " "], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
