using System.Collections.Immutable;

namespace AuthProfiles;

/// <summary>What a page or a program asks an owner for to make their connection, in one of the ways that there are.</summary>
/// <remarks>Immutable.</remarks>
public sealed class ConnectionForm
{
    internal ConnectionForm(string authorizationType, ImmutableArray<AdditionalField> fields) =>
        (AuthorizationType, Fields) = (authorizationType, fields);

    /// <summary>Gets the authorization type of the way, such as <c>ApiKey</c>.</summary>
    public string AuthorizationType { get; }

    /// <summary>Gets the inputs, in the order in which they are best asked for. One that has a value already, shared by the profile, is optional.</summary>
    public IReadOnlyList<AdditionalField> Fields { get; }

    /// <summary>Gets a value indicating whether the owner's consent is asked for besides: by <see cref="IConnections.StartAsync"/> or <see cref="IConnections.LogInAsync"/>.</summary>
    public bool AsksConsent { get; internal init; }

    /// <summary>Gets whose app the owner consents to as things are, or null where no app is known: the page that asks should say so.</summary>
    public ConnectionApp? App { get; internal init; }

    /// <summary>Gets the scope that the owner is asked to grant, as it is asked for, or null.</summary>
    public string? Scope { get; internal init; }

    /// <summary>Gets the address that the provider sends the owner back to, as it is registered there, or null where the host says it.</summary>
    public Uri? CallbackLink { get; internal init; }
}
