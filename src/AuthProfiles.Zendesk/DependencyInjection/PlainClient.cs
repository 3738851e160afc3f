namespace AuthProfiles.Zendesk.DependencyInjection;

/// <summary>Marks that the client for links to other places than an account is registered.</summary>
internal sealed class PlainClient
{
    public const string Name = "AuthProfiles.Zendesk.Links";
}
