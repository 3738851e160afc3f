namespace AuthProfiles;

/// <summary>Who authorizes the connections of a profile.</summary>
public enum ConnectionMode
{
    /// <summary>The developer, tenants and users, each for their own connection, as far as the kind serves them.</summary>
    Any,

    /// <summary>The developer alone, once or once for each tenant: requests that name a user are refused.</summary>
    PreAuthorized,

    /// <summary>Users alone, each by consent or by values of their own: requests that name no user are refused. A tenant's connection gives at the most the app that its users authorize.</summary>
    UserAuthorized,
}
