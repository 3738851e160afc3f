using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>The parameters of a token request, from a form, from a JSON object or from a query.</summary>
internal sealed class TokenParameters
{
    private static readonly HashSet<string> s_shown = new(StringComparer.Ordinal)
    {
        "actor_token_type", "audience", "client_assertion_type", "client_id", "expires_in", "grant_type", "redirect_uri", "refresh_token_expires_in",
        "requested_token_type", "resource", "scope", "subject_token_type", "token_type_hint",
    };

    // These two alone may stand more than once (RFC 8693, section 2.1; RFC 8707, section 2).
    private static readonly HashSet<string> s_repeatable = new(StringComparer.Ordinal) { "audience", "resource" };

    private readonly Dictionary<string, List<string>> _values = new(StringComparer.Ordinal);

    /// <summary>The value; one that is empty counts as left out (RFC 6749, section 3.2).</summary>
    public string? this[string name] => All(name) is [var value, ..] ? value : null;

    public static bool TryRead(LocalRequest request, [NotNullWhen(true)] out TokenParameters? parameters, [NotNullWhen(false)] out string? problem)
    {
        parameters = null;
        if (!TryReadPairs(request, out var pairs))
        {
            problem = "The body is neither a form nor a JSON object.";
            return false;
        }

        var read = new TokenParameters();
        foreach (var (name, value) in pairs)
        {
            if (!read._values.TryAdd(name, [value]))
            {
                if (!s_repeatable.Contains(name))
                {
                    problem = "A parameter is there twice.";
                    return false;
                }

                read._values[name].Add(value);
            }
        }

        (parameters, problem) = (read, null);
        return true;
    }

    /// <summary>All values of that name that are not empty, in their order.</summary>
    public IReadOnlyList<string> All(string name) => _values.TryGetValue(name, out var values) ? [.. values.Where(static value => value.Length > 0)] : [];

    /// <summary>The words of a value that is a list with spaces; null if it is left out.</summary>
    public IReadOnlyList<string>? Words(string name) => this[name] is { } text ? Scope.Split(text) : null;

    /// <summary>The request's body as a form in which only the values that are no secret are shown.</summary>
    public static string Redact(LocalRequest request) =>
        TryReadPairs(request, out var pairs)
            ? string.Join('&', pairs.Select(pair => $"{pair.Key}={(s_shown.Contains(pair.Key) ? pair.Value : "[redacted]")}"))
            : "[redacted]";

    private static bool TryReadPairs(LocalRequest request, out IEnumerable<KeyValuePair<string, string>> pairs)
    {
        pairs = [];
        if (request.Method == HttpMethod.Get)
        {
            pairs = request.Query.Pairs;
            return true;
        }

        if (request.HasMediaType("application/x-www-form-urlencoded"))
        {
            pairs = NameValues.Parse(request.BodyText).Pairs;
            return true;
        }

        if (!request.HasMediaType("application/json") || !request.TryReadObject(out var root))
        {
            return false;
        }

        pairs = [.. root.EnumerateObject().Select(member => KeyValuePair.Create(member.Name, TextOf(member.Value)))];
        return true;
    }

    private static string TextOf(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Null => string.Empty,
        _ => value.GetRawText(),
    };
}
