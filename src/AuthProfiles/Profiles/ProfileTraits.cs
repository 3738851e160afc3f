using System.Collections.Immutable;

namespace AuthProfiles;

/// <summary>What is true of every profile of a kind.</summary>
public sealed record ProfileTraits
{
    /// <summary>Gets the authorization type, such as <c>ApiKey</c>: the word that selects the kind in settings.</summary>
    public required string AuthorizationType { get; init; }

    /// <summary>Gets the inputs that the kind itself needs of a connection.</summary>
    public ImmutableArray<AdditionalField> Fields { get; init; } = [];

    /// <summary>Gets a value indicating whether a credential is made without any input or output, so that synchronous sends can have it. The default is false.</summary>
    public bool AnswersAtOnce { get; init; }

    /// <summary>Gets a value indicating whether a refused credential may be replaced by a new one. The default is false: a key does not change by asking again.</summary>
    public bool Renewable { get; init; }

    /// <summary>Gets a value indicating whether the profile's grants are written to the connection store before they are used. The default is false: a grant is held in memory, and whoever made it can make another.</summary>
    /// <remarks>
    /// Such a profile is given the stored grant in <see cref="CredentialRequest.Connection"/>. Unless <see cref="CredentialRequest.IsRenewal"/>
    /// is true, it makes the credential of an access token that still lives, and answers without a grant. Where the grant can't be renewed,
    /// it throws an <see cref="AuthorizationRequiredException"/>: then the connection expires, and its owner must authorize again.
    /// </remarks>
    public bool KeepsGrant { get; init; }

    /// <summary>Gets a value indicating whether a grant is renewed also where the connection store can't say whether somebody else is renewing it. The default is false: a provider may end the authorization where a refresh token comes twice.</summary>
    public bool RenewsAlone { get; init; }

    /// <summary>Gets the values that come with a grant, such as a base address: templates refer to them as <c>{{key}}</c>. Empty by default.</summary>
    /// <remarks>A grant gives them by <see cref="Grant.Outputs"/>. Of a field, the key, the length, the shape and the normalization count.</remarks>
    public ImmutableArray<AdditionalField> Outputs { get; init; } = [];

    /// <summary>Gets a value indicating whether the profile is the application's own access and never a user's. The default is false.</summary>
    public bool RefusesUsers { get; init; }

    /// <summary>Gets a value indicating whether connections are authorized by their owner's consent, so that errors say how it is asked for. The default is false.</summary>
    public bool AsksConsent { get; init; }

    /// <summary>Gets a value indicating whether the consent is given on another device, so that no web page can ask for it. The default is false.</summary>
    public bool ConsentsOnDevice { get; init; }

    /// <summary>Gets a value indicating whether users need not connect: what the profile needs of them does not come from the store. The default is false.</summary>
    public bool ServesAnyUser { get; init; }

    /// <summary>Gets a value indicating whether the kind's own credential goes into the query or the path, where traces would show it. The default is false.</summary>
    public bool ShowsInAddress { get; init; }

    /// <summary>Gets a value indicating whether a credential is made with the help of a function of the application, which may go anywhere and is not called for an explanation.</summary>
    internal bool CallsApplication { get; init; }

    /// <summary>Gets what authorization fields call the access token, or null for a kind that has none.</summary>
    internal string? TokenName { get; init; }

    /// <summary>Gets the ways of a choice, the default one first. Empty for a kind that has one way.</summary>
    internal ImmutableArray<ProfileDefinition> Ways { get; init; } = [];
}
