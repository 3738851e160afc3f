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
        var errors = new List<string>();
        var keys = new Dictionary<string, SecretValue>(StringComparer.OrdinalIgnoreCase);
        foreach (var child in configuration?.GetSection(Section.Key(Keys)).GetChildren() ?? [])
        {
            var setting = $"{Keys}:{child.Key}";
            if (!ConnectionKeyRing.IsId(child.Key))
            {
                errors.Add(Section.Unknown(setting, $" The id of a key has {ConnectionKeyRing.IdRule}."));
            }
            else if (!ConnectionKeyRing.TryReadKey(child.Value, out _))
            {
                errors.Add(Section.Wrong(setting, ConnectionKeyRing.KeyRule));
            }

            keys[child.Key] = child.Value ?? string.Empty;
        }

        if (keys.Count == 0)
        {
            errors.Add($"{Section.Missing($"{Keys}:{{id}}")} It takes {ConnectionKeyRing.KeyRule}.");
        }

        // One key alone needs no choice.
        var current = configuration?[Section.Key(Current)] is { Length: > 0 } chosen ? chosen : keys.Count == 1 ? keys.Keys.Single() : null;
        if (keys.Count > 0 && (current is null || !keys.ContainsKey(current)))
        {
            errors.Add(current is null ? Section.Missing(Current) : Section.Wrong(Current, $"the id of a key: {string.Join(", ", keys.Keys.Where(ConnectionKeyRing.IsId))}"));
        }

        errors.AddRange(
            from child in configuration?.GetSection(Section.Path).GetChildren() ?? []
            where !string.Equals(child.Key, Current, StringComparison.OrdinalIgnoreCase) && !string.Equals(child.Key, Keys, StringComparison.OrdinalIgnoreCase)
            select Section.Unknown(child.Key, $" It has {Current} and {Keys}."));
        return errors.Count == 0
            ? new(current!, keys)
            : throw new AuthorizationException(AuthorizationErrorKind.Configuration, string.Empty, string.Join(Environment.NewLine, errors));
    }
}
