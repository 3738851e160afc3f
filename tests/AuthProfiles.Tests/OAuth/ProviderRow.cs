namespace AuthProfiles.Tests.OAuth;

/// <summary>A walk with one provider: what is asked, what it answers, and what must go over the wire. Parameters are written as a query, unencoded; <c>*</c> is any value.</summary>
/// <param name="Name">What the row is called.</param>
/// <param name="Provider">The provider.</param>
internal sealed record ProviderRow(string Name, OAuthProvider Provider)
{
    /// <summary>Gets the scope as the developer writes it.</summary>
    public string? Scope { get; init; }

    /// <summary>Gets the base address, where the provider's data have none.</summary>
    public string? BaseUrl { get; init; }

    public string ClientId { get; init; } = "app";

    public string? Tenant { get; init; }

    /// <summary>Gets the inputs that the application gives, as <c>key=value</c>.</summary>
    public string Inputs { get; init; } = string.Empty;

    /// <summary>Gets the address that the owner is sent to.</summary>
    public required string Consent { get; init; }

    /// <summary>Gets the name of the client id in all requests.</summary>
    public string IdName { get; init; } = "client_id";

    /// <summary>Gets a value indicating whether PKCE is expected.</summary>
    public bool Proves { get; init; } = true;

    /// <summary>Gets what is asked beside what the protocol has.</summary>
    public string Asks { get; init; } = string.Empty;

    /// <summary>Gets what comes back beside the state.</summary>
    public string Back { get; init; } = "code=the-code";

    public required string Token { get; init; }

    /// <summary>Gets a value indicating whether requests are JSON.</summary>
    public bool IsJson { get; init; }

    public int Status { get; init; } = 200;

    /// <summary>Gets what the redemption has beside what the protocol has.</summary>
    public string Redeems { get; init; } = string.Empty;

    public required string Answer { get; init; }

    /// <summary>Gets what a renewal has beside what the protocol has.</summary>
    public string Renews { get; init; } = string.Empty;

    public required string Renewal { get; init; }

    /// <summary>Gets the refresh token that is kept after the renewal.</summary>
    public string Kept { get; init; } = "refresh-2";

    /// <summary>Gets the scope that is kept.</summary>
    public string? Granted { get; init; }

    /// <summary>Gets how long the first token lives, or null where nobody says.</summary>
    public int? Seconds { get; init; }

    /// <summary>Gets where a call for <c>things</c> goes.</summary>
    public required string Call { get; init; }

    public string Header { get; init; } = "Authorization";

    /// <summary>Gets what stands before the token.</summary>
    public string Prefix { get; init; } = "Bearer ";

    /// <summary>Gets the answer that says that the token is spent: status, space, body.</summary>
    public string Spent { get; init; } = "401 {}";

    /// <summary>Gets what the service answers to the probe.</summary>
    public string Account { get; init; } = "{}";

    public string? Label { get; init; }

    public override string ToString() => Name;
}
