namespace AuthProfiles;

/// <summary>Whose app obtained a connection's grant.</summary>
public enum ConnectionApp
{
    /// <summary>The application's own, which all tenants share: client id and secret stand on the profile.</summary>
    System,

    /// <summary>The customer's: client id and secret are values of the tenant's connection.</summary>
    Custom,
}
