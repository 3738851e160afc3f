namespace AuthProfiles.Zendesk;

/// <summary>Whether a webhook sends: one of the values here, or whatever else Zendesk says.</summary>
/// <param name="Value">The word as it is on the wire, such as <c>active</c>.</param>
public readonly record struct WebhookStatus(string Value)
{
    internal static readonly string[] Known = ["active", "inactive"];

    /// <summary>Gets the status of a webhook that sends.</summary>
    public static WebhookStatus Active { get; } = new(Known[0]);

    /// <summary>Gets the status of a webhook that is switched off.</summary>
    public static WebhookStatus Inactive { get; } = new(Known[1]);

    /// <summary>Returns the word as it is on the wire.</summary>
    /// <returns>The value.</returns>
    public override string ToString() => Value ?? string.Empty;
}
