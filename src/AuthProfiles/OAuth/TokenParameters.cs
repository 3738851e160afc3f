using System.Collections.Frozen;
using System.Collections.Immutable;
using AuthProfiles.Credentials;
using AuthProfiles.Diagnostics;

namespace AuthProfiles.OAuth;

/// <summary>What a profile may add to a token request, and what its parameters are to us.</summary>
internal static class TokenParameters
{
    // What the grants and client authentications write themselves. Some servers fold case, so none may come back in another one.
    private static readonly FrozenSet<string> Protocol = new[]
    {
        "grant_type", "client_id", "client_secret", "client_assertion", "client_assertion_type", "refresh_token", "code", "code_verifier",
        "redirect_uri", "response_type",
        "state", "nonce", "code_challenge", "code_challenge_method", "username", "password", "assertion", "device_code", "subject_token", "subject_token_type", "actor_token", "actor_token_type", "requested_token_type",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Secrets = new[]
    {
        "client_secret", "client_assertion", "refresh_token", "code", "code_verifier", "password", "assertion", "device_code", "subject_token", "actor_token", "token",
    }.ToFrozenSet(StringComparer.Ordinal);

    // The client's authentication and the call's own content negotiation write these.
    private static readonly FrozenSet<string> OwnHeaders = new[] { "Authorization", "Accept", "Cookie" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Says whether a parameter proves who the client is.</summary>
    public static bool ProvesClient(string name) => name is "client_secret" or "client_assertion";

    /// <summary>Returns the values among a request's parameters that must never be shown.</summary>
    public static IEnumerable<SecretValue> SecretsAmong(IEnumerable<KeyValuePair<string, string>> parameters) =>
        parameters.Where(static parameter => Secrets.Contains(parameter.Key)).Select(static parameter => new SecretValue(parameter.Value));

    /// <summary>Returns what is wrong with a further parameter, as words that follow "set it to", or null.</summary>
    public static string? Cure(string name, string? value) => name switch
    {
        "" => "parameters with names",
        _ when Protocol.Contains(name) => $"parameters that the protocol does not write itself, so not '{Printable.Escape(name)}'",
        _ when FieldRules.TextFault(name, value ?? string.Empty) is { } fault => $"another text for '{Printable.Escape(name)}': {fault}",
        _ => null,
    };

    /// <summary>Returns what is wrong with a provider's names of parameters, as words that follow "set it to", or null.</summary>
    /// <param name="names">The provider's names by the standard's; an empty one leaves the parameter out.</param>
    /// <param name="others">The names of further parameters, which stand beside them.</param>
    public static string? NamesCure(ImmutableDictionary<string, string> names, IEnumerable<string> others)
    {
        var written = names.Values.Where(static name => name.Length > 0).Order(StringComparer.Ordinal).ToArray();
        return (written.GroupBy(static name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(static group => group.Skip(1).Any())?.Key
            ?? written.Intersect(others, StringComparer.OrdinalIgnoreCase).FirstOrDefault()
            ?? Array.Find(written, name => Protocol.Contains(name) && !names.ContainsKey(name))) is { } twice
            ? $"names of which each is written once: '{Printable.Escape(twice)}' would be there twice"
            : null;
    }

    /// <summary>Returns what is wrong with a further header, as words that follow "set it to", or null.</summary>
    public static string? HeaderCure(string name, string value) =>
        OwnHeaders.Contains(name) ? $"headers that the token request does not write itself, so not '{Printable.Escape(name)}'"
        : (FieldRules.HeaderFault(name, value) ?? PlatformFault(name, value)) is { } fault ? $"another header for '{Printable.Escape(name)}': {fault}"
        : null;

    /// <summary>Returns what is wrong with a format beside a client authentication, as words that follow "set it to", or null.</summary>
    public static string? FormatCure(BodyFormat format, ClientAuthentication authentication) =>
        format == BodyFormat.Query && authentication is (ClientAuthentication.Post or ClientAuthentication.SecretJwt or ClientAuthentication.PrivateKeyJwt)
            ? $"{nameof(BodyFormat.QueryWithSecret)} if the service leaves no other way, because {nameof(BodyFormat.Query)} keeps what proves the client out of addresses, or the client's authentication to {nameof(ClientAuthentication.Basic)}"
            : null;

    // The platform has a grammar for the headers that it knows.
    private static string? PlatformFault(string name, string value)
    {
        using var message = new HttpRequestMessage();
        try
        {
            message.Headers.Add(name, value);
            return null;
        }
        catch (FormatException)
        {
            return "it is not what that header says";
        }
    }
}
