namespace AuthProfiles.Zendesk;

/// <summary>What the body of a webhook's requests is: one of the values here, or whatever else Zendesk says.</summary>
/// <param name="Value">The word as it is on the wire, such as <c>json</c>.</param>
public readonly record struct WebhookFormat(string Value)
{
    internal static readonly string[] Known = ["json", "xml", "form_encoded"];

    /// <summary>Gets the format of JSON, which webhooks of events must have.</summary>
    public static WebhookFormat Json { get; } = new(Known[0]);

    /// <summary>Gets the format of XML.</summary>
    public static WebhookFormat Xml { get; } = new(Known[1]);

    /// <summary>Gets the format of a form, whose fields are in the address where the method has no body.</summary>
    public static WebhookFormat Form { get; } = new(Known[2]);

    /// <summary>Returns the word as it is on the wire.</summary>
    /// <returns>The value.</returns>
    public override string ToString() => Value ?? string.Empty;
}
