namespace AuthProfiles.Testing.Authorization;

/// <summary>Scopes as text (RFC 6749, section 3.3).</summary>
internal static class Scope
{
    public static IReadOnlyList<string> Split(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
}
