namespace AuthProfiles.Testing.Zendesk;

/// <summary>Tags as Zendesk keeps them: lower case, sorted, each once, no spaces (a space parts two tags).</summary>
internal static class TicketTags
{
    public static IReadOnlyList<string> Normalize(IEnumerable<string> tags) =>
        [.. tags
            .SelectMany(tag => tag.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
            .Select(tag => tag.ToLowerInvariant())
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal)];
}
