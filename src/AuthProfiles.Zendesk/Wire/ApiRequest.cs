namespace AuthProfiles.Zendesk.Wire;

/// <summary>What is asked of Zendesk.</summary>
internal sealed record ApiRequest(HttpMethod Method, ApiPath Path, ApiBody? Body = null)
{
    /// <summary>Gets the key by which Zendesk knows a repetition.</summary>
    public string? IdempotencyKey { get; init; }

    /// <summary>Gets a value indicating whether the request may be repeated as its method says.</summary>
    public bool IsRepeatable { get; init; } = true;

    /// <summary>Gets a value indicating whether sending the body may take long.</summary>
    public bool IsLong { get; init; }

    /// <summary>Gets a value indicating whether asking twice is as good as once, whatever became of the first.</summary>
    public bool MayComeTwice => IsRepeatable && (Method != HttpMethod.Post || IdempotencyKey is not null);

    /// <summary>Gets how errors name the address where it has a secret in it.</summary>
    public string? ShownPath { get; init; }
}
