using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using AuthProfiles.Testing.Http;

namespace AuthProfiles.Testing.Authorization;

/// <summary>The parameters of a token request, from a form or from a JSON object.</summary>
internal sealed class TokenParameters
{
    private static readonly HashSet<string> s_shown = new(StringComparer.Ordinal)
    {
        "audience", "client_id", "expires_in", "grant_type", "refresh_token_expires_in", "resource", "scope",
    };

    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    /// <summary>The value; one that is empty counts as left out (RFC 6749, section 3.2).</summary>
    public string? this[string name] => _values.TryGetValue(name, out var value) && value.Length > 0 ? value : null;

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
            if (!read._values.TryAdd(name, value))
            {
                problem = "A parameter is there twice.";
                return false;
            }
        }

        (parameters, problem) = (read, null);
        return true;
    }

    /// <summary>The request's body as a form in which only the values that are no secret are shown.</summary>
    public static string Redact(LocalRequest request) =>
        TryReadPairs(request, out var pairs)
            ? string.Join('&', pairs.Select(pair => $"{pair.Key}={(s_shown.Contains(pair.Key) ? pair.Value : "[redacted]")}"))
            : "[redacted]";

    private static bool TryReadPairs(LocalRequest request, out IEnumerable<KeyValuePair<string, string>> pairs)
    {
        pairs = [];
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
