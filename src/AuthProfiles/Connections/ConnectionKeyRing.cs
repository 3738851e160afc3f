using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using AuthProfiles.Diagnostics;

namespace AuthProfiles;

/// <summary>The keys that connections are encrypted with where they are kept: one encrypts, all decrypt.</summary>
/// <remarks>
/// Immutable and thread-safe. It prints no key. To rotate, add a key and make it the current one; what is written from then on is
/// encrypted with it. Take an old key away only when everything has been written since, which renewals see to.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class ConnectionKeyRing
{
    private const int KeyLength = 32;
    private const int LongestId = 32;

    [DebuggerBrowsable(DebuggerBrowsableState.Never)]
    private readonly Dictionary<string, byte[]> _keys = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Initializes a new instance of the <see cref="ConnectionKeyRing"/> class.</summary>
    /// <param name="current">The id of the key that encrypts.</param>
    /// <param name="keys">The keys by id: at least one, each 32 bytes in base64, as <see cref="CreateKey"/> makes them. An id has 1 to 32 letters, digits, dots, hyphens or underscores, and upper and lower case are the same, as in settings.</param>
    /// <exception cref="AuthorizationException">There is no key, or an id or key is not valid (<see cref="AuthorizationErrorKind.Configuration"/>). The message has all that is wrong, and no key.</exception>
    public ConnectionKeyRing(string current, IReadOnlyDictionary<string, SecretValue> keys)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(keys);
        var errors = new List<string>();
        foreach (var (id, text) in keys)
        {
            if (!IsId(id))
            {
                errors.Add($"The key ring: '{Printable.Escape(id)}' is no id of a key. Use {IdRule}.");
            }
            else if (!TryReadKey(text.Reveal(), out var key))
            {
                errors.Add($"The key ring: key '{id}' is not valid. Give {KeyRule}.");
            }
            else if (!_keys.TryAdd(id, key))
            {
                errors.Add($"The key ring: key '{id}' is given twice. Upper and lower case are the same.");
            }
        }

        if (keys.Count == 0)
        {
            errors.Add($"The key ring has no key. Give one: {KeyRule}.");
        }
        else if (!keys.Keys.Contains(current, StringComparer.OrdinalIgnoreCase))
        {
            errors.Add($"The key ring has no key '{Printable.Escape(current)}', which is to be the current one.{Suggestion.For(current, keys.Keys.Where(IsId))}");
        }

        if (errors.Count > 0)
        {
            throw new AuthorizationException(AuthorizationErrorKind.Configuration, string.Empty, string.Join(Environment.NewLine, errors));
        }

        CurrentId = current;
    }

    /// <summary>Gets the id of the key that encrypts.</summary>
    public string CurrentId { get; }

    /// <summary>Gets the ids of all keys.</summary>
    public IReadOnlyCollection<string> Ids => _keys.Keys;

    /// <summary>Says what an id may be, as words that follow "use".</summary>
    internal static string IdRule => $"1 to {LongestId} letters, digits, dots, hyphens or underscores";

    /// <summary>Says what a key must be, as words that follow "give".</summary>
    internal static string KeyRule => $"{KeyLength} random bytes in base64, such as ConnectionKeyRing.CreateKey() or 'openssl rand -base64 {KeyLength}' makes them";

    /// <summary>Makes a new key of 256 random bits. It is a secret: keep it where secrets are kept, and not beside the connections.</summary>
    /// <returns>The key in base64.</returns>
    public static string CreateKey() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(KeyLength));

    /// <summary>Returns the ids, never the keys.</summary>
    /// <returns>For example <c>2026-11 of 2025-11, 2026-11</c>.</returns>
    public override string ToString() => $"{CurrentId} of {string.Join(", ", _keys.Keys.Order(StringComparer.OrdinalIgnoreCase))}";

    internal static bool IsId(string id) =>
        id.Length is > 0 and <= LongestId && id.All(static character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_');

    internal static bool TryReadKey(string? text, [NotNullWhen(true)] out byte[]? key)
    {
        // One byte more than a key has shows that there are more.
        var bytes = new byte[KeyLength + 1];
        key = Convert.TryFromBase64String(text ?? string.Empty, bytes, out var length) && length == KeyLength ? bytes[..KeyLength] : null;
        CryptographicOperations.ZeroMemory(bytes);
        return key is not null;
    }

    internal bool TryFind(string id, [NotNullWhen(true)] out byte[]? key) => _keys.TryGetValue(id, out key);
}
