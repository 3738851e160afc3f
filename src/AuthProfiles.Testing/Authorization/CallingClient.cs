namespace AuthProfiles.Testing.Authorization;

/// <summary>A client that was believed.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Registered">What is registered of it; null where no client is.</param>
/// <param name="Way">How it said who it is.</param>
internal sealed record CallingClient(string Id, LocalClient? Registered, ClientAuthentication Way)
{
    /// <summary>Whether it proved who it is, or need not.</summary>
    public bool IsConfidential => Way != ClientAuthentication.None || Registered?.Authentication is ClientAuthentication.Certificate;

    public bool May(IEnumerable<string> scopes) => Registered?.AllowedScopes is not { } allowed || scopes.All(scope => allowed.Contains(scope, StringComparer.Ordinal));
}
