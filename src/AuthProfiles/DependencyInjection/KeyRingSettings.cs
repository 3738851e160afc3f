using AuthProfiles.Settings;
using Microsoft.Extensions.Configuration;

namespace AuthProfiles.DependencyInjection;

/// <summary>Reads the key ring from settings. Every error is told at once, and no value.</summary>
internal static class KeyRingSettings
{
    private const string Current = "Current";
    private const string Keys = "Keys";

    private static readonly SettingSection Section = new("Section", "KeyRing", "AuthProfiles");

    /// <summary>Returns the ring.</summary>
    /// <exception cref="AuthorizationException">A setting is missing or wrong.</exception>
    public static ConnectionKeyRing Read(IConfiguration? configuration)
    {
        var findings = new List<SettingFinding>();
        var keys = new Dictionary<string, SecretValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var child in configuration?.GetSection(Section.Key(Keys)).GetChildren() ?? [])
        {
            var setting = $"{Keys}:{child.Key}";
            if (!ConnectionKeyRing.IsId(child.Key))
            {
                findings.Add(Section.Unknown(setting, $" The id of a key has {ConnectionKeyRing.IdRule}."));
            }
            else if (!ConnectionKeyRing.TryReadKey(child.Value, out _))
            {
                findings.Add(Section.Wrong(setting, ConnectionKeyRing.KeyRule));
            }

            keys[child.Key] = child.Value ?? string.Empty;
        }

        if (keys.Count == 0)
        {
            findings.Add(Section.Missing($"{Keys}:{{id}}").And($"It takes {ConnectionKeyRing.KeyRule}."));
        }

        // One key alone needs no choice.
        var current = configuration?[Section.Key(Current)] is { Length: > 0 } chosen ? chosen : keys.Count == 1 ? keys.Keys.Single() : null;
        if (keys.Count > 0 && (current is null || !keys.ContainsKey(current)))
        {
            findings.Add(current is null ? Section.Missing(Current) : Section.Wrong(Current, $"the id of a key: {string.Join(", ", keys.Keys.Where(ConnectionKeyRing.IsId))}"));
        }

        findings.AddRange(
            from child in configuration?.GetSection(Section.Path).GetChildren() ?? []
            where !string.Equals(child.Key, Current, StringComparison.OrdinalIgnoreCase) && !string.Equals(child.Key, Keys, StringComparison.OrdinalIgnoreCase)
            select Section.Unknown(child.Key, $" It has {Current} and {Keys}."));
        return findings.Count == 0
            ? new(current!, keys)
            : throw new AuthorizationException(string.Empty, findings);
    }
}
