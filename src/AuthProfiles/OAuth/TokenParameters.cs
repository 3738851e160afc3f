using System.Collections.Frozen;
using AuthProfiles.Credentials;

namespace AuthProfiles.OAuth;

/// <summary>What a profile may add to a token request.</summary>
internal static class TokenParameters
{
    // What the grants and client authentications write themselves. Some servers fold case, so none may come back in another one.
    private static readonly FrozenSet<string> Protocol = new[]
    {
        "grant_type", "client_id", "client_secret", "client_assertion", "client_assertion_type", "refresh_token", "code", "code_verifier",
        "redirect_uri", "username", "password", "assertion", "device_code", "subject_token", "subject_token_type", "actor_token", "actor_token_type",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Returns what is wrong with a further parameter, as words that follow "set it to", or null.</summary>
    public static string? Cure(string name, string? value) => name switch
    {
        "" => "parameters with names",
        _ when Protocol.Contains(name) => $"parameters that the protocol does not write itself, so not '{Diagnostics.Printable.Escape(name)}'",
        _ when FieldRules.TextFault(name, value ?? string.Empty) is { } fault => $"another text for '{Diagnostics.Printable.Escape(name)}': {fault}",
        _ => null,
    };
}
