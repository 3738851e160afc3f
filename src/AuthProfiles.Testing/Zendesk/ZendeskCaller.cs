namespace AuthProfiles.Testing.Zendesk;

/// <summary>Who calls.</summary>
/// <param name="User">The user as whom the call acts; null for nobody.</param>
/// <param name="Token">What the bearer token stands for; null where there is none, and then the caller may do everything.</param>
/// <param name="TokenText">The bearer token.</param>
internal sealed record ZendeskCaller(LocalUser? User, LocalToken? Token = null, SecretValue? TokenText = null)
{
    /// <summary>Says whether the scopes cover reading or writing a kind of resource.</summary>
    public bool May(string access, string resource) =>
        Token is null || Token.Scopes.Contains(access, StringComparer.Ordinal) || Token.Scopes.Contains($"{resource}:{access}", StringComparer.Ordinal);
}
