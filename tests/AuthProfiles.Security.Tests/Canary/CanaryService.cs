using System.Text;
using System.Text.Json;
using AuthProfiles.Security.Tests.Origins;

namespace AuthProfiles.Security.Tests.Canary;

/// <summary>What a service does with a call that it is told to fail: it repeats all that it was sent, in every form.</summary>
internal static class CanaryService
{
    public const string Echo500 = "500 and all that was sent";

    /// <summary>Gets the outcomes that every credential is tried with.</summary>
    public static string[] Outcomes { get; } = ["200", "401", "403", "429", Echo500, "HTML", "307", "cut", "silence"];

    public static string Answer(string outcome, ReceivedRequest request, string ok) => outcome switch
    {
        "200" => RecordingListener.Ok(ok),
        "401" => RecordingListener.Answer(401, Echo(request), "Content-Type: application/json\r\nWWW-Authenticate: Bearer error=\"invalid_token\"\r\n"),
        "403" => RecordingListener.Answer(403, Echo(request), "Content-Type: application/json\r\n"),
        "429" => RecordingListener.Answer(429, Echo(request), "Content-Type: application/json\r\nRetry-After: 3600\r\n"),
        Echo500 => RecordingListener.Answer(500, Echo(request), "Content-Type: application/json\r\n"),
        "HTML" => RecordingListener.Answer(502, $"<html>{Echo(request)}</html>", "Content-Type: text/html\r\n"),
        "307" => RecordingListener.Answer(307, Echo(request), "Location: https://elsewhere.example/\r\n"),
        "cut" => RecordingListener.Cut,
        "silence" => RecordingListener.Silence,
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    /// <summary>An error as services write it, whose sentences hold every value of the request that may be a secret.</summary>
    public static string Echo(ReceivedRequest request)
    {
        var forms = Values(request).Distinct(StringComparer.Ordinal).SelectMany(Forms).Concat(Pieces(request)).Distinct(StringComparer.Ordinal);
        var text = string.Join(' ', forms);
        return JsonSerializer.Serialize(new
        {
            error = "invalid_grant",
            error_description = $"refused: {text}",
            description = text,
            message = text,
            details = new Dictionary<string, object> { ["base"] = new[] { new { description = text, error = "Refused" } } },
            echo = text,
        });
    }

    /// <summary>Lists the secrets that a request may hold, decoded as the service understands them.</summary>
    private static IEnumerable<string> Values(ReceivedRequest request)
    {
        foreach (var piece in Pieces(request))
        {
            var value = request.Body.Contains(piece, StringComparison.Ordinal) && !request.Body.Contains('{', StringComparison.Ordinal) ? Uri.UnescapeDataString(piece.Replace('+', ' ')) : Uri.UnescapeDataString(piece);
            yield return value;
            if (FromBase64(value) is { } pair && pair.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon)
            {
                yield return Uri.UnescapeDataString(pair[(colon + 1)..]);
            }
        }
    }

    /// <summary>Lists what a request holds beside its own words, as it came.</summary>
    private static IEnumerable<string> Pieces(ReceivedRequest request) =>
        request.Headers.Where(static header => !header.StartsWith("traceparent", StringComparison.OrdinalIgnoreCase)).SelectMany(static header => header.Split(' ').Skip(1))
            .Concat(request.Target.Split('/', '?', '&', '='))
            .Concat(request.Body.Split('&', '=', '"', '\r', '\n'))
            .Where(static value => value.Length >= 24);

    private static IEnumerable<string> Forms(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        return [value, Uri.EscapeDataString(value), Convert.ToBase64String(bytes), Convert.ToHexStringLower(bytes), Convert.ToHexString(bytes)];
    }

    private static string? FromBase64(string text)
    {
        var buffer = new byte[text.Length];
        return Convert.TryFromBase64String(text, buffer, out var length) ? Encoding.UTF8.GetString(buffer, 0, length) : null;
    }
}
