using System.Collections.Immutable;

namespace AuthProfiles.Profiles;

/// <summary>What holds for a profile where its options say nothing.</summary>
internal sealed record ProfileDefaults
{
    public static readonly ProfileDefaults None = new();

    public string? BaseUrl { get; init; }

    public string? IdentityProviderName { get; init; }

    public string? Probe { get; init; }

    public ImmutableArray<string> TenantSynonyms { get; init; } = [];

    public ImmutableArray<AdditionalField> Fields { get; init; } = [];

    public ImmutableArray<AuthorizationField> AuthorizationFields { get; init; } = [];

    public ImmutableArray<ExpiredAnswer> ExpiredWhen { get; init; } = [];
}
