namespace AuthProfiles.Testing.Zendesk;

/// <summary>The closed sets of a ticket's fields, the least first where there is an order.</summary>
internal static class TicketRules
{
    public static string[] Statuses { get; } = ["new", "open", "pending", "hold", "solved", "closed"];

    public static string[] Priorities { get; } = ["low", "normal", "high", "urgent"];

    public static string[] Types { get; } = ["incident", "problem", "question", "task"];

    public static bool IsOneOf(string[] known, string? value) => value is null || known.Contains(value, StringComparer.Ordinal);

    public static void ThrowIfNotOneOf(string[] known, string? value, string parameter)
    {
        if (!IsOneOf(known, value))
        {
            throw new ArgumentException($"The {parameter} is one of {string.Join(", ", known)}.", parameter);
        }
    }
}
