namespace AuthProfiles.Tests.OAuth;

/// <summary>A token answer as a provider's documentation shows it, with what must be read out of it.</summary>
public sealed record ProviderAnswer(string Provider, TokenAnswerFormat Format, string Body)
{
    public string What { get; init; } = "token";

    public int Status { get; init; } = 200;

    /// <summary>Gets the access token, or null where the answer is an error.</summary>
    public string? Token { get; init; } = "access-1";

    public string? Refresh { get; init; }

    public double? Seconds { get; init; }

    public double? RefreshSeconds { get; init; }

    public string? Scope { get; init; }

    public string Outputs { get; init; } = string.Empty;

    public AuthorizationErrorKind? Kind { get; init; }

    public string? Code { get; init; }

    public override string ToString() => $"{Provider}: {What}";
}
