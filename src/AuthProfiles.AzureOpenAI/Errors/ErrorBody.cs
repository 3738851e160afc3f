namespace AuthProfiles.AzureOpenAI.Errors;

/// <summary>What an error's body says. Every text is the service's own, not yet fit for a message.</summary>
internal sealed record ErrorBody
{
    public string? Code { get; set; }

    public string? InnerCode { get; set; }

    public string? Message { get; set; }

    public string? Parameter { get; set; }

    public byte[]? ContentFilter { get; set; }

    /// <summary>Gets a value indicating whether the body says anything.</summary>
    public bool IsEmpty => Code is null && Message is null && InnerCode is null;

    /// <summary>Says whether the code or the more precise one is this.</summary>
    public bool Is(string code) =>
        string.Equals(Code, code, StringComparison.OrdinalIgnoreCase) || string.Equals(InnerCode, code, StringComparison.OrdinalIgnoreCase);

    /// <summary>Says whether the code or the message has these words.</summary>
    public bool Says(string words) =>
        Message?.Contains(words, StringComparison.OrdinalIgnoreCase) == true || Code?.Contains(words, StringComparison.OrdinalIgnoreCase) == true;
}
